"""Clauses: the verb or action noun of each, who fills its slots, its tense and polarity, and what it is embedded in."""
