"""What all stages share: records, values and the parts of a read article. Imports nothing of ours but errors."""
