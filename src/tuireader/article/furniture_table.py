"""What news sites print between the paragraphs of an article: phrases and patterns, as data.

Patterns are compiled when they are first tried, which most of them never are.
"""

PHRASES = frozenset(
    phrase.strip()
    for phrase in """
    related | related content | related articles | related stories | related topics | related news
    related coverage | related posts | related links | related video | related videos
    more on this story | more on this topic | more stories | more news | more like this
    more from this author | more from us | more coverage | more to read | around the bbc
    most read | most popular | most viewed | most shared | trending | trending now | top stories
    read more | read next | read also | up next | recommended | recommended for you
    recommended stories | recommended reading | recommended articles | further reading
    you may also like | you might also like | you may also be interested in | also in the news
    what to read next | don't miss | editors' picks | editor's picks | latest news | latest stories
    share | share this | share this article | share this story | share this page | share this post
    share this with | share story | share article | share on social media | sharing | tweet
    facebook | twitter | whatsapp | linkedin | pinterest | reddit | messenger | instagram | telegram
    email | e-mail | print | print this page | copy link | copy link to clipboard | link copied
    copied | save | save article | save story | bookmark | gift this article | give this article
    advertisement | advertisements | advertising | advert | ad | ads | ad feedback | sponsored
    sponsored content | sponsored links | promoted | promoted content | paid post | partner content
    paid content | story continues | article continues below | scroll to continue | continue
    continue reading | continue reading the main story | continue to article
    skip to content | skip to main content | skip advertisement | skip ad | back to top
    return to top | close | menu | home | search | previous | next | previous article
    next article | previous story | next story | load more | show more | show less | view all
    see all | view more | see more | view gallery | view comments | expand | collapse
    subscribe | subscribe now | subscribe today | already a subscriber | sign in | log in | login
    sign up | sign up now | register | register now | create account | my account
    comments | leave a comment | leave a reply | post a comment | join the conversation
    join the discussion | no comments | add a comment | be the first to comment | show comments
    comments are closed | loading | please wait | newsletter | newsletters | follow us | follow
    follow topics | about the author | about the authors | about us | contact us | contact
    terms of use | terms of service | terms and conditions | privacy policy | cookie policy
    cookie settings | accept cookies | accept all | accept all cookies | reject all
    manage preferences | privacy notice | all rights reserved | advertise with us | our apps
    enlarge this image | enlarge image | toggle caption | hide caption | view image in fullscreen
    play | play video | watch live | watch now | listen now | video unavailable | embedded content
    this video can not be played | getty images | afp via getty images | getty | ap photo
    file photo | stock photo | reuters photo | shutterstock | istock | handout | pa images
    image | photo | caption | image caption | media caption | image source | photo gallery
    by | share this video | loading photo gallery | enlarge | photo of the day
    ends | end | -30- | (more) | -more- | more to follow | more to come | for immediate release
    breaking news alerts | live updates | report an error | report a correction | corrections
    report this ad | request a correction | submit a correction | reprints | rights & permissions
    support our journalism | donate | donate now | become a member | opens in a new tab
    opens in new window | external link | tags | topics | categories | filed under | explore more
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
"""Whole paragraphs, in lower case and without closing punctuation."""

OPENERS = frozenset(
    phrase
    for phrase in PHRASES
    if phrase.startswith(("related", "more ", "most ", "read ", "recommended", "you m", "further"))
    or phrase.startswith(("top stories", "trending", "latest", "editor", "up next", "what to read"))
    or phrase.startswith(("also in the news", "tags", "topics", "filed", "share", "explore"))
)
"""Phrases above a list of links, which is furniture as well."""

_AGENCY = (
    r"(?:getty(?: images)?|reuters|afp|epa|ap|ap photo|associated press|pa(?: wire| media)?|alamy"
    r"|shutterstock|istock(?:photo)?|unsplash|flickr|wikimedia commons|rex features|bloomberg"
    r"|anadolu(?: agency)?|xinhua|tass|nurphoto|zuma press|handout|pool|file photo)"
)
_PICTURE = (
    r"(?:photo(?:graph(?:er|y)?)?|image|picture|pic|illustration|graphic|video|map|chart|credit"
    r"|composite|screengrab|screenshot|infographic|caption|artwork|cover)s?"
)
_NETWORK = (
    r"(?:twitter|facebook|x|instagram|threads|tiktok|linkedin|youtube|telegram|whatsapp|bluesky"
    r"|mastodon|social media|google news|flipboard|snapchat|@\w+)"
)
_THING = r"(?:article|story|piece|report|post|essay|interview|column|feature)"

BY_FIRST_WORD: dict[str, tuple[str, ...]] = {
    "read see watch listen hear view more also related recommended explore": (
        r"(?:read|see|watch|listen|hear|view|explore|more|also|related|recommended)"
        r"(?: (?:more|also|next|now|here|on this|on this story|in|read|article|story|stories"
        r"|content|coverage|links?))?\s*[:|>»→–—].{1,200}",
        r"(?:read|see|view|explore) (?:more|all|the full) "
        r"(?:about|on|from|at|of|stories|news|here|story|report|article|coverage)\b.{0,120}",
        r"listen to (?:this|the) (?:article|story|podcast|episode)\b.{0,80}",
    ),
    "don’t don't up from": (r"(?:don[’']t miss|up next|from the archives?)\s*[:|>»→–—].{1,200}",),
    "share": (
        r"share (?:this )?(?:article|story|post|page|link|on|via)\b[^.]{0,60}",
        r"shares?\s*\(?\d*\)?",
    ),
    "sign subscribe register click tap please enter": (
        r"(?:please )?(?:sign up|subscribe|register|click|tap|enter)\b.{0,60}\b(?:newsletters?"
        r"|e-?mails?|inbox|alerts|podcast|channel|briefing|account|here|today|continue|below"
        r"|full access|unlimited|free)\b.{0,160}",
        r"(?:click|tap) (?:here|to|on the|below|play|the)\b.{0,140}",
    ),
    "get receive want stay keep": (
        r"(?:get|receive|want|stay|keep)\b.{0,100}\b(?:newsletters?|your inbox|straight to your"
        r"|delivered to you|email alerts|push notifications|our app)\b.{0,120}",
    ),
    "story article report content text advertisement advert ad scroll": (
        r"(?:story|article|report|content|text) continues\b.{0,60}",
        r"(?:advertisement|advert|ad)\s*[-–—:|.]\s*.{0,60}",
        r"scroll (?:down )?(?:to|for)\b.{0,40}",
    ),
    "photo photos photograph photographs photographer photography image images picture pictures pic"
    " pics illustration illustrations graphic graphics video videos map maps chart charts credit"
    " credits composite screengrab screenshot infographic caption captions artwork cover media"
    " figure": (
        rf"{_PICTURE}(?: (?:credit|source|caption|by|courtesy|file))?\s*[:/|©,].{{1,200}}",
        rf"{_PICTURE} (?:by|courtesy of|courtesy|via|provided by|supplied by|credit)\b"
        r"[^.?!]{1,80}\.?",
    ),
    "source sources": (r"sources?\s*:.{1,120}",),
    "file": (r"file(?: photo| picture| image)?\s*(?:[-–—:]\s).{1,400}",),
    "copyright © c": (
        r"(?:©|\(c\)).{0,200}",
        r"copyright\s*(?:©|\(c\)|\d{4}|by\b|notice|the\b).{0,200}",
    ),
    "follow like find join connect visit": (
        rf"(?:follow|like|find|join|connect with|visit)\b[^.?!]{{1,80}}\bon {_NETWORK}\b.{{0,100}}",
        r"follow @\w+.{0,60}",
    ),
    "we this our by cookies accept manage": (
        r"(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing|clicking)|cookies"
        r"|accept|manage)\b.{0,140}\b(?:use|uses|accept|agree|help|set|store|manage|all)\b"
        r".{0,100}\bcookies?\b.{0,200}",
        r"cookies (?:help|are|let|enable|allow)\b.{0,80}\b(?:site|website|services)\b.{0,120}",
        rf"this {_THING} (?:was |is |has been )?(?:originally |first )"
        r"(?:published|appeared|ran)\b.{0,200}",
        rf"this {_THING} (?:is|was) (?:republished|reproduced|syndicated)\b.{{0,200}}",
        r"this (?:material|content) may not be\b.{0,160}",
        r"our standards\s*:.{0,100}",
    ),
    "comments comment": (
        r"comments?\s*\(?\d[\d,.]*k?\)?",
        r"comment(?:s|ing)? (?:on|are)\b.{0,60}",
    ),
    "reading estimated": (r"(?:estimated )?reading[ -]time\b.{0,30}",),
    "tags tag topics topic filed category categories keywords section posted labels": (
        r"(?:tags?|topics?|filed under|filed to|categor(?:y|ies)|keywords?|section|posted in"
        r"|labels)\s*:.{1,160}",
        r"(?:filed under|posted in) .{1,80}",
    ),
    "contact email e-mail write reach": (
        r"(?:contact|e-?mail|write to|reach)\b.{0,80}\b[\w.+-]{1,60}@[\w.-]{1,60}.{0,80}",
    ),
    "got have do": (
        r"(?:got|have|do you have) (?:an?|any) (?:news )?(?:story|tip|question|correction)s?\b"
        r".{0,140}(?:@|e-?mail|contact|call us|let us know|get in touch).{0,120}",
    ),
    "download support donate help become": (
        r"(?:download|support|donate to|help|become)\b.{0,30}\b(?:our|us|an?|independent|this)\b"
        r".{0,60}\b(?:app|journalism|member|supporter|newsroom|subscriber|patron)\b.{0,120}",
    ),
    "page slide": (r"(?:page|slide) \d{1,3} (?:of|/) \d{1,3}",),
}
CAPTION = r"(?i)(?:image|photo|figure|video|media) (?:source|caption|credit)s?\b\s*[,:].{0,300}"
"""A caption that says that it is one."""

REPORTING = r"(?i)\b(?:said|says|told|according to|added|showed|shows|proved|it is|they are)\b"
"""Words by which a sentence gives itself away as prose."""

COUNTER = (
    r"(?i)\d[\d,.]{0,9}\s*k?[ -](?:comments?|shares?|likes|views|replies|reactions"
    r"|min(?:ute)?s?[ -](?:read|listen|watch)(?:ing)?(?: time)?)|\d{1,3} ?/ ?\d{1,3}"
)
ADDRESS = r"(?:https?://|www\.)\S+|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}"
HASHTAGS = r"(?:#\w+[\s,]*)+"

_ANYWHERE = 1_000
"""More characters than such a paragraph has."""

BY_SIGN: tuple[tuple[str, int, str], ...] = (
    (
        "all rights reserved",
        _ANYWHERE,
        r"(?i).{0,200}\ball rights reserved\b.{0,200}",
    ),
    (
        "may not be",
        _ANYWHERE,
        r"(?i).{0,100}\bmay not be (?:published|reproduced|copied|broadcast|rewritten)\b.{0,120}",
    ),
    (
        "/",
        _ANYWHERE,
        (
            rf"(?i)(?:.{{0,360}}[.!?)\]”\"]\s+)?\(?\[?(?:[A-Z][^/.?!]{{1,50}}\s*/\s*)?"
            rf"{_AGENCY}(?:\s*/\s*[\w][^/?!]{{1,50}}|\s+via\s+{_AGENCY}){{0,2}}\)?\]?\.?"
        ),
    ),
    (
        " via ",
        40,
        rf"(?i)[^.?!]{{2,60}}\bvia {_AGENCY}",
    ),
    (
        ":",
        80,
        (
            r".{0,360}(?:[.!?)”\"]|\s[|–—-])\s*[(\[]?(?:Photo(?:graph)?|Image|Picture|Illustration"
            r"|Graphic|Credit|PHOTO|IMAGE|CREDIT)(?: credit| by)?s?:\s*[A-Z][^.?!]{1,60}[)\]]?\.?"
        ),
    ),
    (
        ")",
        2,
        (
            rf"(?i)\((?:{_AGENCY}|{_PICTURE})\b[^()]{{0,120}}\)\.?"
            rf"|(?:.{{0,360}}[.!?”\"]\s)?\([^()]{{1,60}}\b{_AGENCY}(?: photo)?[^()]{{0,40}}\)"
        ),
    ),
)
"""Patterns that are tried where a sign stands among the last so many characters."""
