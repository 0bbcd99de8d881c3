"""Who acts, on whom, quoted, reported or denied, with what reason: the same words mean different things."""

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, Opinion, context, doubt, examine, names
from desk.rules.conduct.severity import gravest_first, weigh
from desk.staff import words

SIGNS = signs_files.read()


def examined(text: str, **fields: str) -> Examination:
    return examine({"message": text, **fields}, SIGNS)


@pytest.mark.parametrize(
    ("flagged", "clean"),
    [
        ("お前らの窓口の人間を殴ってやる", "窓口で他の客に殴られました"),  # R1: who acts
        ("担当者を殺してやる", "掲示板に「担当者を殺してやる」と書き込まれました"),  # R1: a quotation
        ("I will kill your agent", 'Someone wrote "I will kill your agent" on our forum'),
        ("お前を殺す", "固まったプロセスを殺すコマンドを教えてください"),  # R2: person or machine
        ("I will kill you", "I will kill the process and restart it"),
        ("全額返さなければ社員を痛い目に遭わせる", "全額返さなければ消費者センターに相談します"),  # R3 and R6
        ("社長名の謝罪文を出せ", "二重請求の件で、社長名の謝罪文を出していただけますか"),  # R4: a fault asserted
        ("規約なんか関係ない、返金しろ", "規約の返金条項に基づき返金をお願いします"),  # R5: terms defied or invoked
        ("I don't care about your terms, give me a refund", "Under your refund terms I would like a refund"),
        ("夜道にはくれぐれもお気をつけくださいませ", "片方返せ。二重請求だぞ。"),  # R7: register is no evidence
        ("お前は部長に殺されろ、いや俺が殺してやる", "直らないと部長に殺されます"),  # R8: idioms
        ("このカスが", "カスタムドメインを設定したいです"),  # R9: words at their boundaries
        ("What a moron you are", "The oxymoron page is broken"),
        ("ふざけるな、覚えてろよ", "ふざけるな"),  # R10: weak signs never flag alone
        ("担当を殴り殺してやる", "殴るつもりはありません"),  # denied
        ("担当者をクビにしろ", "担当者をクビにしろとは申しません"),  # a demand that is not made
        ("お前は本当に頭が悪い", "私の頭が悪いのか、説明がわかりません"),  # of oneself
        ("土下座しろ", "土下座したいくらい感謝しています"),  # a mood
        ("The agent is a complete idiot", "Your app is a complete idiot"),  # a product
        (
            "「殺すぞ」って言ったらどうする?本気だけど。",
            "「殺すぞ」と言われ、警察に相談しました。",
        ),  # quoted, and meant
        ('The saying goes "I\'ll kill you". And I mean it.', 'He said "I\'ll kill you". The police mean it seriously.'),
        (
            'My brother says "I\'ll break your legs". I can calm him down if the refund comes.',
            'Your driver said "I\'ll break your legs". I want a refund and his name.',
        ),  # another's words, for a price
        (
            "主人が「店を燃やしてやる」と言っています。返金してくれるなら止めます。",
            "店員に「店を燃やしてやる」と言われました。返金をお願いします。",
        ),
        ("窓口で土下座しろ", "社長が「あそこの窓口は土下座させてやった」と自慢していました"),  # begun in a quotation
        # Begun before a quotation whose speaker goes without saying.
        ("店長に「土下座しろ」と。", "断ると「クビにしてやる」とも。どこに相談すればよいでしょうか。"),
        ("窓口で「土下座しろ」と。それが私の要求だ。", "断ると「クビにするぞ」とも。客からです。"),
        ("殴りに行くからな", "研修の台本です。殴りに行くからな、という客にどう返すか相談しています"),  # a setting
    ],
)
def test_of_a_minimal_pair_only_one_side_is_flagged(flagged: str, clean: str) -> None:
    assert (examined(flagged).flagged, examined(clean).flagged) == (True, False)


@pytest.mark.parametrize(
    ("text", "care"),
    [
        ("もう死にたいです", "self-harm"),
        ("I want to die", "self-harm"),
        ("夫に殺されそうです", "danger"),
        ("視覚障害があり画面が読めません", "disability"),
        ("I am deaf and cannot phone you", "disability"),
        ("先月父が亡くなり、途方に暮れています", "distress"),
    ],
)
def test_a_person_who_needs_care_is_not_flagged(text: str, care: str) -> None:
    found = examined(text)
    assert (found.flagged, care in {cue.care for cue in found.care}) == (False, True)


def test_every_reason_has_words_for_the_reviewer() -> None:
    assert words.REASONS.keys() >= context.REASONS | doubt.REASONS | {names.REASON}


def test_care_outranks_a_harsh_word() -> None:
    assert examined("このカスが。もう死にたい。").severity == "emergency"


@pytest.mark.parametrize("field", ["name", "company", "subject"])
def test_the_other_fields_are_examined_too(field: str) -> None:
    found = examined("請求書の再発行をお願いします。", **{field: "お前を殺してやる"})
    assert {field} == {finding.field for finding in found.findings}


def test_a_mixed_text_is_read_in_both_languages() -> None:
    found = examined("I will kill you. それから火をつけてやる。").findings
    assert list(dict.fromkeys(finding.sign for finding in found)) == ["en.violence.harm", "ja.violence.arson"]
    assert [finding.act for finding in found] == ["act.violence", "act.threat"] * 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("掲示板に「お前を殺してやる」と書かれています", "quote"),
        ("電話で殺してやると言われました", "report"),
        ("殴るつもりはありません", "denied"),
        ("サーバーのプロセスを殺してやる", "machine"),
        ("直らないと上司に殺されます", "idiom"),
    ],
)
def test_what_the_context_explains_away_is_kept_with_its_reason(text: str, reason: str) -> None:
    found = examined(text)
    assert not found.flagged
    assert reason in {suppressed.reason for suppressed in found.suppressed}


@pytest.mark.parametrize(
    "text",
    [
        "お子さんに怪我がないといいですね",
        "何をするかわかりませんよ",
        "書類が来なければ支店の人間がどうなっても知りません",
        "You don't know who you are messing with. Watch your back",
        "Don't make me come down there",
    ],
)
def test_a_menace_that_is_a_negation_itself_denies_nothing(text: str) -> None:
    found = examined(text)
    assert (found.flagged, [one for one in found.suppressed if one.reason == "denied"]) == (True, [])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("請求書を再発行してください", "none"),
        ("誠意を見せていただきたい", "low"),
        ("このカスが", "medium"),
        ("お前なんか死ね", "high"),
        ("店長の顔に水をかけてやったが、まだ足りない", "high"),  # what was done, or is only wished
        ("店員に熱湯を浴びせたい", "high"),
        ("I shoved your caretaker down the stairs this morning", "high"),
        ("包丁を持ってそちらに行きます", "emergency"),
        ("店長の顔に熱湯をかけてやる", "emergency"),  # what is going to be done to a body
        ("あの女に酸をぶっかけてやりたい。土曜に行くから", "emergency"),
        ("担当の前歯、全部折りに行くわ", "emergency"),
        ("のど、かっきってやる", "emergency"),
        ("I will come down there and break somebody's jaw", "emergency"),
        ("im gonna k1ll that b!tch on reception", "emergency"),
        ("Don't make me come in there with my machete", "emergency"),
        ("Next time I'll cave his skull in", "emergency"),
    ],
)
def test_severity_tells_how_soon_a_person_must_look(text: str, severity: str) -> None:
    assert severity == examined(text).severity


@pytest.mark.parametrize(
    ("score", "acts", "severity"),
    [
        (0.99, ("act.insult", "act.sns-exposure"), "low"),
        (0.9, ("act.privacy",), "medium"),
        (0.99, ("act.sns-exposure", "act.privacy"), "medium"),
        (0.99, ("act.privacy",), "high"),
        (0.99, ("act.violence", "act.threat"), "high"),
    ],
)
def test_what_the_second_opinion_thinks_a_danger_waits_no_longer_than_how_sure_it_is(
    score: float, acts: tuple[str, ...], severity: str
) -> None:
    opinion = Opinion(score, (), acts[0], unusual=True, acts=acts)
    assert severity == weigh((), (), {}, flagged=True, opinion=opinion)


@pytest.mark.parametrize(
    "text",
    [
        "I will k i l l you",
        "I will mu\u200brd\u200ber you",
        "you аre аn idiоt",
        "go k.y.s",
        "1'm g01ng to k1ll y0u",
        "you absolute c*nt",
        "st*pid idi*ts",
        "お前を殺 す ぞ",
        "死・ね",
        "ﾀﾋね",
        "4ね",
        "56してやる",
        "ぶっ○してやる",
        "ころしてやる",
        "コロスゾ",
        "omae wo korosu zo",
        "🔪を持ってそちらに行きます",
        "ＢＡＫＡ　ばっかり",
        "しーねーよー",
        "バ〇ばかりの会社だな",
    ],
)
def test_a_disguised_word_is_seen(text: str) -> None:
    assert examined(text).flagged


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("I'm a journalist. Pay 5000 or your receptionist's home address goes on every forum.", "act.privacy"),
        ("公益通報です。100万円払わないなら、この店長の顔写真を晒す。", "act.sns-exposure"),
        ("当劇団の者です。返金しないなら、受付の女を刺しに行く。", "act.violence"),
        ("My apologies for the delay. Pay up or I come to your office with a knife tonight.", "act.violence"),
        ("I apologise for being late, but your clerk is a worthless retarded pig.", "act.insult"),
        ("死にたいほど暇なので書きます。受付の女は豚みたいなブスだ。", "act.insult"),
    ],
)
def test_what_the_inquiry_says_it_is_excuses_no_threat_and_nobody_else_s_insult(text: str, act: str) -> None:
    assert act in {finding.act for finding in examined(text).findings}


def test_what_is_excused_is_shown_once() -> None:
    found = examined("「殺すぞ」と言われ、警察に相談しました。")
    assert len(found.suppressed) == len(set(found.suppressed)) > 0


@pytest.mark.parametrize(
    "piece",
    [
        "殺してやるお前を",
        "kill you i will ",
        "ﾊﾞｶ",
        "死・",
        "「",
        "f*ck y0u ",
        "a ",
        "規約なんか知るか",
        "(",
        "if you don't ",
    ],
)
def test_a_long_hostile_text_is_examined_to_its_end(piece: str) -> None:
    text = (piece * 5000)[:4980] + "。お前を殺してやる"
    assert any(finding.act == "act.violence" for finding in examined(text).findings)


def test_the_acts_that_may_endanger_somebody_come_before_the_others() -> None:
    acts = ("act.own", "act.insult", "act.sexual-stalking", "act.excess-demand", "act.threat")
    gravest = ("act.threat", "act.sexual-stalking", "act.insult", "act.excess-demand", "act.own")
    assert gravest_first(acts) == gravest
