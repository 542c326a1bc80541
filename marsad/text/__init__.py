"""Text: lines, sentences and tokens, each with its exact place in the original."""
