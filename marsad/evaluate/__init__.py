"""Gold sets against what was read: precision, recall and F1 by set, language and type."""

from marsad.evaluate.findings import as_findings
from marsad.evaluate.gold import Gold, read_gold
from marsad.evaluate.report import as_json, as_tables
from marsad.evaluate.score import Finding, Report, score

__all__ = ["Finding", "Gold", "Report", "as_findings", "as_json", "as_tables", "read_gold", "score"]
