"""An inquiry that is opened before it has been screened is covered, and not shown as one in which nothing was found."""

from collections.abc import Callable

import pytest
from colleagues import SORA, Desk, arrived
from deciding import HARSH, at
from served import Served

from desk.delivery import worker

SAID = {
    "en": ("This inquiry is still being screened", "Nothing yet: the screening is under way.", "No covered act."),
    "ja": ("すべて隠しています", "まだありません。自動確認の途中です。", "疑いは見つかりませんでした"),
}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_says_that_nobody_has_looked_yet(desk: Served, at_work: Callable[..., Desk], language: str) -> None:
    pending, so_far, nothing = SAID[language]
    sora = at_work(SORA, language)
    receipt = arrived(desk.context, message=HARSH, screened=False)
    early = sora.get(at(receipt))
    assert pending in early.said("unscreened")
    assert so_far in early.text
    assert nothing not in early.text
    assert "ぶっ殺す" not in early.text
    assert "請求書が二重です" not in early.text
    assert HARSH in sora.shown(f"{at(receipt)}/readings").text
    assert not early.all("//p[@class='row-first']//span[contains(@class, 'pill-none')]")
    while worker.screen(desk.context):
        pass
    later = sora.get(at(receipt))
    assert not later.all("//*[@id='unscreened']")
    assert so_far not in later.text
