"""Records: frames filled from clauses, with status, dates and attribution; the article's chain; warnings."""
