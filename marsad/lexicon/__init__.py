"""Language data: read, checked, expanded into surface forms, compiled into one automaton a language."""
