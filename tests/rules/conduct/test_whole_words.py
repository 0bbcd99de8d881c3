"""What the second opinion shows of a text begins and ends with its words."""

import pytest

from desk.rules.conduct.opinion_features import whole


@pytest.mark.parametrize(
    ("text", "cut", "shown"),
    [
        ("今夜ロビーに撒く", "ビーに", "ロビーに"),
        ("受付のカウンター前", "受付のカ", "受付のカウンター"),
        ("店頭に行くからな", "頭に行く", "店頭に行く"),
        ("お前らは人間のくず", "らは人間", "らは人間"),
        ("you brain-dead lot", "rain-de", "brain-dead"),
        ("it isn't yours", "n't your", "isn't yours"),
        ("ロビー", "ビ", "ロビー"),
    ],
)
def test_words_that_weigh_are_shown_whole(text: str, cut: str, shown: str) -> None:
    first = text.index(cut)
    start, end = whole(text, first, first + len(cut))
    assert text[start:end] == shown
