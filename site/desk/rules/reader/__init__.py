"""What the readers have in common: how a text is spelt in pieces, and the layers that see each piece among the others.

They are transformers as in BERT (Devlin et al. 2019), begun from published models (NOTICE) and taught on the corpus by
`corpus/train_reader.py` and `corpus/train_dialogue_reader.py`; reckoned with in numpy alone.
"""
