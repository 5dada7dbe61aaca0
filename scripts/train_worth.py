"""Train the model of worth on ClaimBuster and write its quantised weights.

    python scripts/train_worth.py PATH/TO/claimbuster.jsonl

Each line of the data is `{"text": …, "cw": 0 or 1, "split": "train" or "dev"}`. Needs numpy and
scikit-learn, which the program itself does not. The same data, pipeline and library versions give
the same file, digit for digit.

Data: ClaimBuster (Arslan, Hassan, Li and Tremayne 2020), CC BY 4.0.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score

from tuireader.analysis.language import load_pipeline, pipeline_label
from tuireader.analysis.worth.features import SentenceFeatures, describe, read_features
from tuireader.analysis.worth.model import Weights, log_odds

CREDIT = (
    "Trained on ClaimBuster: F. Arslan, N. Hassan, C. Li and M. Tremayne (2020), A Benchmark "
    "Dataset of Check-worthy Factual Claims, ICWSM 14, https://zenodo.org/record/3836810, "
    "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
)
OUTPUT = Path(__file__).parents[1] / "src/tuireader/analysis/worth/weights.json"

FEWEST_SENTENCES = 10
"""A term that fewer training sentences contain tells more of them than of the language."""

GRAMMAR_SHARE = 0.3
"""Scale of the grammatical features beside the terms, whose vector has length 1."""

INVERSE_REGULARISATION = 2.0
STEPS = {"idf": 0.05, "term": 0.02, "grammar": 0.005}
"""What one unit of the quantised numbers stands for."""


def main() -> None:
    """Read the data, train, quantise, measure on the sentences kept apart, write."""
    arguments = argparse.ArgumentParser(description="Train the model of worth.")
    arguments.add_argument("data", type=Path, help="claimbuster.jsonl")
    arguments.add_argument("--output", type=Path, default=OUTPUT)
    options = arguments.parse_args()
    records = [json.loads(line) for line in options.data.read_text("utf-8").splitlines()]
    nlp = load_pipeline()
    docs = nlp.pipe((record["text"] for record in records), batch_size=128)
    features = [read_features(describe(doc)) for doc in docs]
    train = [i for i, record in enumerate(records) if record["split"] == "train"]
    kept_apart = [i for i, record in enumerate(records) if record["split"] == "dev"]
    labels = [int(record["cw"]) for record in records]
    weights = fit([features[i] for i in train], [labels[i] for i in train])
    report = measure([features[i] for i in kept_apart], [labels[i] for i in kept_apart], weights)
    write(weights, options.output, pipeline_label(nlp), report)
    print(f"{options.output}: {options.output.stat().st_size:,} bytes; {report}")


def fit(features: Sequence[SentenceFeatures], labels: Sequence[int]) -> Weights:
    """Fit the regression and quantise it."""
    documents: Counter[str] = Counter()
    for item in features:
        documents.update(item.terms.keys())
    terms = sorted(term for term, n in documents.items() if n >= FEWEST_SENTENCES)
    idf = {
        term: round((np.log((1 + len(features)) / (1 + documents[term])) + 1) / STEPS["idf"])
        for term in terms
    }
    grammar = sorted({name for item in features for name in item.grammar})
    matrix = hstack(
        [
            _term_matrix(features, terms, idf),
            GRAMMAR_SHARE * _grammar_matrix(features, grammar),
        ]
    ).tocsr()
    model = LogisticRegression(
        C=INVERSE_REGULARISATION, class_weight="balanced", solver="lbfgs", max_iter=5000, tol=1e-8
    )
    model.fit(matrix, np.asarray(labels))
    numbers: NDArray[np.float64] = model.coef_[0]
    by_term = {
        term: (idf[term], round(float(w) / STEPS["term"]))
        for term, w in zip(terms, numbers, strict=False)
    }
    by_name = {
        name: round(GRAMMAR_SHARE * float(w) / STEPS["grammar"])
        for name, w in zip(grammar, numbers[len(terms) :], strict=True)
    }
    return Weights(
        by_term,
        {name: weight for name, weight in by_name.items() if weight},
        round(float(model.intercept_[0]), 3),
        STEPS["idf"],
        STEPS["term"],
        STEPS["grammar"],
    )


def _term_matrix(
    features: Sequence[SentenceFeatures], terms: Sequence[str], idf: dict[str, int]
) -> csr_matrix:
    """Terms as `log_odds` weighs them: sublinear frequency, unit length."""
    column = {term: k for k, term in enumerate(terms)}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, item in enumerate(features):
        known = [
            (column[t], idf[t] * (1 + np.log(n))) for t, n in item.terms.items() if t in column
        ]
        length = np.sqrt(sum(value * value for _, value in known)) or 1.0
        rows.extend([row] * len(known))
        columns.extend(k for k, _ in known)
        values.extend(value / length for _, value in known)
    return csr_matrix((values, (rows, columns)), shape=(len(features), len(terms)))


def _grammar_matrix(features: Sequence[SentenceFeatures], names: Sequence[str]) -> csr_matrix:
    column = {name: k for k, name in enumerate(names)}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, item in enumerate(features):
        for name, value in item.grammar.items():
            rows.append(row)
            columns.append(column[name])
            values.append(value)
    return csr_matrix((values, (rows, columns)), shape=(len(features), len(names)))


def measure(
    features: Sequence[SentenceFeatures], labels: Sequence[int], weights: Weights
) -> dict[str, float]:
    """Return average precision and F1 at even odds of the quantised weights."""
    odds = np.asarray([log_odds(item, weights) for item in features])
    return {
        "sentences": len(labels),
        "average precision": round(float(average_precision_score(labels, odds)), 3),
        "F1": round(float(f1_score(labels, odds > 0)), 3),
    }


def write(weights: Weights, path: Path, pipeline: str, report: dict[str, float]) -> None:
    """Write the weights as JSON, one term a line, so that a change shows as few lines."""
    head = {
        "credit": CREDIT,
        "pipeline": pipeline,
        "kept apart": report,
        "bias": weights.bias,
        "steps": STEPS,
        "grammar": weights.grammar,
    }
    rows = ",\n".join(
        json.dumps([term, idf, weight], ensure_ascii=False, separators=(",", ":"))
        for term, (idf, weight) in weights.terms.items()
    )
    text = json.dumps(head, ensure_ascii=False, indent=1)
    path.write_text(f'{text[:-2]},\n "terms": [\n{rows}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
