"""Signs that a message asks for something, knows of an earlier answer, rejects it or presses.

Each is an alternation for Japanese and one for English, tried on a folded text; English ones begin at a word.
"""

import re
from typing import Final


def _either(japanese: str, english: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{japanese})|\b(?:{english})")


# It asks for something.
REQUEST: Final = _either(
    r"ください|下さい|願い|ほしい|欲しい|求め|要求|頂き?たい|いただき?たい|いただけ|しろ|せよ|べき|"
    r"[けせてれえめ]よ?[。!]|ですか|ますか|でしょうか",
    r"please|want|must|should|demand|need|ask\b|give|ought|insist|expect|require|would like|could you|can you|"
    r"kindly|nevertheless|however|\bbut\b",
)

# It knows of an earlier message or answer.
CONTACT: Final = _either(
    r"何度(?:も|言|お|断|でも|聞)|何回(?:も|言|目|送|お|聞)|再三|重ねて|"
    r"(?:二|三|四|五|六|七|八|九|十|\d+)(?:度|回|通)目|繰り返|引き下が|前にも|以前(?:も|から)|前回|"
    r"先日(?:も|お願い|から)|(?:と|という|って)(?:言|い)われ(?:て|よう)|という(?:ご?回答|返事|返答|説明|答え)|"
    r"(?:回答|返事|返答|答え)(?:に|は|では|で)|では(?:説明|答え|回答|納得)|理由に(?:は)?な(?:ら|り|って)|"
    r"断(?:ら|り|っ)|拒否|拒絶|聞き飽き|言い訳|って言って|言っている|言っています|言ってる|言ったはず|"
    r"言ったでしょ|(?:書い|伝え|申し上げ|送っ|頼ん)[ただ]はず",
    r"how many times|"
    r"(?:second|third|fourth|fifth|sixth|seventh|tenth|\d+(?:st|nd|rd|th)) (?:time|request|message|mail|"
    r"email|letter)|(?:already|once) (?:told|asked|said|wrote|written|explained)|"
    r"i (?:said|told you|asked|repeat|have asked|have told|have said|keep (?:asking|telling))|"
    r"as i (?:said|wrote|told)|same (?:wish|request|demand|question)|once more|ask(?:ing)? again|"
    r"(?:your|that|this|the last) (?:answer|reply|response|refusal|excuse\w*|explanation|no)\b|"
    r"whatever you (?:wrote|say|said)|you (?:said|refuse\w*|rejected|replied|wrote)|saying no|"
    r"accept (?:a |your )?no|\bno\b is not|previous (?:message|mail|email|request)s?|"
    r"my (?:last|earlier|first) (?:message|mail|email|request|letter)|as every|"
    r"keep (?:asking|trying|writing|sending)",
)

# It rejects the answer, or means to go on until it gets another.
INSISTING: Final = _either(
    r"納得(?:でき|いか|いた|し(?:て)?(?:い)?(?:な|ま?せ|かね))|受け入れ(?:られ|ませ|な|る(?:つも|気))|"
    r"認め(?:ま?せ|な|られ)|答えになっ|回答になっ|説明にな|理由に(?:は)?な(?:ら|り|って)|誠意|話にならな|"
    r"いいから|いい加減|さっさと|諦め|あきらめ|毎(?:日|晩|朝|週)お?(?:送|書|連|電|ご)|までお願いし続|"
    r"(?:まで|まで何度でも)(?:送|書|連絡|問い合わせ)|忘れた|知りません|知るか|知ったこと|関係な|都合|ふざけ|"
    r"馬鹿|バカ|ばか(?:ども|に|者)|無能|アホ|クズ|"
    r"(?:払|し|や|応|返)(?:わ|ら|さ|じ)?ない(?:なら|と|のなら|場合)|だから[、。]?.{0,20}(?:って|と)(?:言|い)|"
    r"まだ(?:ですか|か|なの|い(?:る|ま)|で(?:す|し))|いつまで|いつになったら|後悔|許さ|待たせ|"
    r"待って(?:い|る|ん)|不誠実|不服|不満|撤回|考え(?:直|を改)|再考|やはり|信用し(?:な|ま?せ)|"
    r"信じ(?:な|ら|ま?せ)|どうでもいい|どうでもよ|話は(?:結構|いい)|聞いて(?:い)?(?:な|ま?せ)",
    r"not acceptable|unacceptable|"
    r"(?:don't|do not|can't|cannot|won't|will not|refuse to|not going to|never) (?:accept|believe|care|"
    r"take|agree|stop|give up|go away|let|settle|rest)|no (?:answer|excuse)|nonsense|ridiculous|waste of|"
    r"excuses?\b|disagree|insist\w*|not (?:good|satisf\w+|enough|interested)|don't interest|worthless|useless|"
    r"not my problem|is that so hard|come on|until (?:you|i)|or else|or i(?:'ll| will)|or everyone|"
    r"last (?:warning|chance)|have you .{2,30} yet|moron\w*|idiot\w*|stupid|brain ?dead|incompetent|liars?\b|"
    r"pathetic|fools?\b|my offer stands|try me|so where|reconsider|change your mind",
)

# It sets a time, or asks once more.
HURRYING: Final = _either(
    r"改めて|あらためて|再度|もう一度|もう一回|早く|すぐに|今すぐ|今日中|本日中|至急|までに|期限|まだ|またか",
    r"again\b|still\b|nevertheless|right now|now\b|today|tonight|immediately|at once|"
    r"by (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|noon|the end)|deadline|hurry|"
    r"do it\b|asap|yet\b|every (?:day|week|hour)",
)
