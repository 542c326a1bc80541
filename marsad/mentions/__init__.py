"""Mentions: everything the tables know that stands in a sentence, and the noun groups it forms."""
