"""What the numbers of the Reader's heads mean; training, export and use share this order."""

from __future__ import annotations

ROLES = ("source", "cue", "content")
OUTSIDE, BEGIN, INSIDE = range(3)
POINTERS = ("cue to source", "cue to cue", "content to cue")
"""From every word of the first to the first word of the second; to the window's first place where there is none."""
NAME_KINDS = ("person", "organization", "place")
POLARITIES = ("negative", "neutral", "positive")
UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
DEPRELS = tuple(
    """acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt
    conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat flat:foreign goeswith
    iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent
    obl:unmarked orphan parataxis punct reparandum root vocative xcomp""".split()
)
"""Universal Dependencies 2, with the subtypes of the English treebanks."""
INPUTS = ("input_ids", "shapes", "sentence", "first", "roots")
OUTPUTS = (
    "roles",
    "pointers",
    "names",
    "upos",
    "heads",
    "deprels",
    "target",
    "loaded_words",
    "loaded",
    "subjective",
    "valence",
    "embedding",
)
"""Of the exported model."""
