"""From which figure on something is called so, where those who find, count and explain need one number."""

from __future__ import annotations

LOADED_SENTENCE = 0.6
"""Calibrated probability from which a sentence counts as loaded. At one half, macro-F1 on BABE's held-out sentences is
the same (.82), but BABE was chosen for its loaded sentences: in 25 news articles 6 of 16 sentences from .5 to .6 were
loaded to a reader, 9 of 16 from .6 to .7, 10 of 16 from .7 to .8. From .6 on it is likelier than not in news too."""
LOADED_WORD = 0.30
"""Calibrated probability from which words of such a sentence are marked, that with the best macro-F1 on held-out words
(`loaded_words` in `reader.json`): experts agree on sentences more than on words, so that few words reach one half."""
LIKELIEST_WORD = 0.20
"""Calibrated probability from which the likeliest content word of such a sentence is marked. On BABE's held-out
sentences .54 of the likeliest words are marked by experts where every sentence shows one, .57 of those from 10 %, .60
to .63 from 20 %, .67 to .69 from 30 %. Of 184 words shown in fifteen articles a reader found 2 of 44 below 10 % right,
34 of 59 from 10 to 30 %, 70 of 81 above. Below, the sentence shows no word: it is loaded as a whole."""
TOWARD_MEAN = 5
"""Mentions from which a mean sentiment toward an actor is given: below, one mention misjudged from end to end moves it
by half a unit or more."""
