"""Signs that a message asks for something, knows of an earlier answer, rejects it or presses.

Each is an alternation for Japanese and one for English, tried on a folded text; English ones begin at a word.
"""

import re
from typing import Final

from desk.rules.repetition.rule import either

_TIMES: Final = r"(?:三|四|五|六|七|八|九|十[一二三四五六七八九]?|(?<!\d)(?:[3-9]|\d\d))"
ANSWERS: Final = ("返事", "返信", "返答", "回答", "説明", "言い訳", "話")
_NTH: Final = r"(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|3rd|[4-9]th|\d\d(?:st|nd|rd|th))"

# It asks for something.
REQUEST: Final = either(
    r"ください|下さい|願い|ほしい|欲しい|求め|要求|頂き?たい|いただき?たい|いただけ|しろ|せよ|べき|"
    r"[けせてれえめ]よ?[。!]|ですか|ますか|でしょうか",
    r"please|want|must|should|demand|need|ask(?:ing)?\b|give|ought|insist|expect|require|would like|could you|"
    r"can you|if you could|grateful if|let (?:me|us)|"
    r"kindly|beg\b|plead|implore|appeal to|may i\b|might i|i'd be|would it|can we|any chance|make it|allow me",
)

# It goes on to object.
OBJECTING: Final = re.compile(r"\b(?:nevertheless|however|but)\b")

# It knows of an earlier message or answer.
CONTACT: Final = either(
    r"何度(?:も|言|お|断|でも|聞)|何回(?:も|言|目|送|お|聞)|再三|(?:三|四|再)たび|申し入れ|重ねて|"
    r"(?:二|三|四|五|六|七|八|九|十|\d+)(?:度|回|通)目|繰り返|引き下が|前にも|以前(?:も|から)|前回|"
    r"先日(?:も|お願い|から)|(?:と|という|って)(?:言|い)われ(?:て|よう)|という(?:ご?回答|返事|返答|説明|答え)|"
    r"(?:回答|返事|返答|答え)(?:に|は|では|で)|では(?:説明|答え|回答|納得)|理由に(?:は)?な(?:ら|り|って)|"
    r"(?:回答|答え|返事|説明|結論)[^。]{0,8}(?:わか|分か|知って|承知|同じ|変わ|決ま)|(?:だめ|ダメ|できない|無理)と|"
    r"断(?:ら|り|っ)|拒否|拒絶|聞き飽き|言い訳|って言って|言っている|"
    r"言っています|言ってる|言ったはず|"
    r"言ったでしょ|(?:書い|伝え|申し上げ|送っ|頼ん)[ただ]はず",
    r"how many times|(?:twenty|\d{2,}) (?:times|messages|calls|e-?mails|letters|faxes)|i(?:'ve| have) (?:had|got|"
    r"read|received) (?:my|your|the) (?:\w+ )?(?:answer|reply|decision|refusal)|"
    r"(?:you|they)(?:'ve| have)? (?:already )?(?:explained|answered|refused|declined|said no|"
    r"stopped (?:reply|answer|respond)ing)|(?:same|"
    r"usual) (?:answer|thing again)|"
    r"(?:second|third|fourth|fifth|sixth|seventh|tenth|\d+(?:st|nd|rd|th)) (?:time|request|message|mail|"
    r"email|letter)|(?:already|once) (?:told|asked|said|wrote|written|explained)|"
    r"i(?:'ve)? (?:said|told you|asked(?! (?:my|the|his|her|a|an|our|them|around|at)\b)|repeat|have asked|have told|"
    r"have said|keep (?:asking|telling))|"
    r"as i(?:'ve| have)? (?:\w+ )?(?:said|wrote|written|told|asked)|asked (?:you )?(?:twice|before|already|again)|"
    r"same (?:wish|request|demand|question)|once more|ask(?:ing)? again|"
    r"(?:your|that|this|the last) (?:answer|reply|response|refusal|excuse\w*|explanation|no)\b|"
    r"whatever you (?:wrote|say|said)|you (?:said|refuse\w*|rejected|replied|wrote)|saying no|"
    r"accept (?:a |your )?no|\bno\b is not|previous (?:message|mail|email|request)s?|"
    r"my (?:last|earlier|first) (?:message|mail|email|request|letter)|as every|"
    r"keep (?:asking|trying|writing|sending)",
)

# It scorns, which in itself says nothing of what was written before.
_SCORN: Final = r"ボケ|カス(?!タ)|なめて|舐めて|ふざけ|馬鹿|バカ|ばか(?:ども|に|者)|無能|アホ|クズ"
_SCORN_IN_ENGLISH: Final = (
    r"clowns?\b|jokers?\b|crooks?\b|thieves|scammers?|nonsense|ridiculous|worthless|useless|moron\w*|idiot\w*|stupid|"
    r"brain ?dead|incompetent|liars?\b|losers?\b|pathetic|fools?\b"
)
SCORN: Final = either(_SCORN, _SCORN_IN_ENGLISH)

# It rejects the answer, or means to go on until it gets another.
INSISTING: Final = either(
    r"応じられ|応じかね|(?:承服|承知|了解|同意|了承|容認|看過|賛同)(?:でき|いた|し)(?:しかね|かね|ま?せん|ない)|"
    r"到底|納得(?:でき|いか|いた|し(?:て)?(?:い)?(?:な|ま?せ|かね))|"
    r"受け入れ(?:られ|ませ|な|る(?:つも|気))|"
    r"認め(?:ま?せ|な|られ)|答えになっ|回答になっ|説明にな|理由に(?:は)?な(?:ら|り|って)|誠意|話にならな|"
    r"いいから|いい加減|いいかげん|言わせ(?:る|ない|ん)|しなさい|よこせ|屁理屈|"
    r"言い逃れ|たらい回し|引き下がれ|引けません|"
    r"譲れ|譲りま|その(?:回答|説明|言い訳|返事)(?!を)|そんな(?:回答|説明|言い訳|返事)|つもり(?:か|です|なの)|(?:で|"
    r"て)(?:済ま|済む)|血も涙|(?:一言|これ|それ)で(?:終わり|"
    r"おしまい)|テンプレ|定型文|結論は(?:同じ|変)|一点張り|"
    r"(?:まで|まで、)(?:何度でも|ずっと|毎.)?(?:ご|お)?(?:連絡|送り|送|書き|問い|続け|メール)|ツイッターに|snsに|晒|"
    r"さっさと|"
    r"では(?:足り|不十分|困り|納得|ない(?:んです|でしょ))|諦め|あきらめ|毎(?:日|晩|朝|週|月)(?:でも)?お?(?:送|書|連|"
    r"電|ご|便り|手紙|伺|申)|までお願いし続|"
    r"(?:まで|まで何度でも)(?:送|書|連絡|問い合わせ)|忘れた|知りません|知るか|知ったこと|関係な|都合|"
    r"(?:払|し|や|応|返)(?:わ|ら|さ|じ)?ない(?:なら|と|のなら|場合)|だから[、。]?.{0,20}(?:って|と)(?:言|い)|"
    r"まだ(?:ですか|か|なの|い(?:る|ま)|で(?:す|し))|いつまで|いつになったら|後悔|許さ|待たせ|"
    r"待って(?:い|る|ん)|不誠実|不服|不満|撤回|考え(?:直|を改)|再考|やはり|信用し(?:な|ま?せ)|"
    r"信じ(?:な|ら|ま?せ)|どうでもいい|どうでもよ|聞いて(?:い)?(?:な|ま?せ)|"
    rf"(?:{'|'.join(ANSWERS)})は(?:もう)?(?:結構|いい(?:です(?!か)|から|。)|いりませ|いらな|たくさん(?:だ|です))|{_SCORN}",
    rf"{_SCORN_IN_ENGLISH}|"
    r"not acceptable|unacceptable|fob\w* (?:me |us )?off|\bno use\b|so what\b|dont care|pay up|cough up|hand (?:it|"
    r"them|over)|enough is enough|"
    r"for the (?:last|umpteenth|hundredth) time|final (?:warning|demand)|i (?:will|shall) (?:keep|write|continue|"
    r"not stop|be back)|"
    r"spare me|no is not|neither here nor there|i am entitled|"
    r"i'm entitled|"
    r"make me laugh|refuse (?:your|this|that|the|to accept)|is that (?:all|it)\b|call that|not leaving|"
    r"not going away|(?:is|are|isn't|aren't) (?:no|an?) (?:excuse|answer)|stop (?:hiding|quoting|sending|telling|"
    r"giving)|"
    r"(?:don't|do not) (?:give|send|tell|quote) me|"
    r"(?:don't|do not|can't|cannot|won't|will not|refuse to|not going to|never) (?:accept|believe|care|"
    r"take|agree|stop|give up|go away|let|settle|rest)|no (?:answer|excuse)|waste of|"
    r"excuses?\b|disagree|insist\w*|not (?:good|satisf\w+|enough|interested)|don't interest|"
    r"not my problem|is that so hard|come on|until (?:you|i)|or else|or i(?:'ll| will)|or everyone|"
    r"last (?:warning|chance)|have you .{2,30} yet|"
    r"say(?:ing)? no without|(?:i|we) reject (?:your|this|that)|(?:matter|case|it) is not closed|"
    r"(?:does not|doesn't) convince|"
    r"your (?:\w+ )?(?:answer|reply|words|terms|rules|excuses?) means? nothing|"
    r"(?:reply|answer|response)[^.!?]{0,24}garbage\b(?! (?:char|sym|on))|"
    r"my offer stands|try me|so where|reconsider|change your mind",
)

# It goes on with what its writer asked before, whatever the words.
RESUMING: Final = either(
    r"何度(?:も|でも)?(?:言|申し上げ|お願い|お伝え|頼んで)|再三(?:お願い|申し|お伝え|言|連絡)|前にも(?:言|申|お願い|お伝え)|"
    r"(?:以前|先日|前回)(?:から|も)(?:お願い|申し上げ|お伝え|言っ)|(?:言った|申し上げた|お願いした)(?:はず|とおり|通り)|"
    r"まだ(?:わか|分か)りませんか",
    r"as i(?:'ve| have)? (?:\w+ )?(?:asked|said|written|told you)\b|as before,? (?:i|we)(?:'m| am|'re| are)? (?:\w+ )?"
    r"(?:ask|want|demand|request|expect)|"
    r"(?:in spite of|despite) my (?:\w+ )?(?:letters?|e-?mails?|messages?|requests?)|"
    r"(?:told|asked) you (?:\w+ )?times|(?:i|we)(?:'ve| have)? (?:now |already )?"
    r"(?:told|asked) you\b(?! (?:that|our|my) new)|"
    r"(?:your|the same) canned (?:reply|answer|response)|once again:|"
    r"how many (?:more )?times (?:do|must|should|will) (?:i|we)",
)

# It says itself that this is no first or second asking.
COUNTED: Final = either(
    rf"{_TIMES}(?:度|回|通)目の(?:お|ご)?(?:願い|問い|連絡|依頼|請求(?!書)|要求|メール(?!配)|手紙|便り)|"
    rf"(?:これ|今回)で{_TIMES}(?:度|回|通)目(?:です|になります|だ|。)",
    rf"(?:my|this is (?:now )?the) {_NTH} (?:and \w+ )?(?:request|message|mail|e-?mail|letter)|"
    rf"{_NTH} time (?:that )?i(?:'m| am|'ve| have)? (?:ask|writ|request|tell|told|say|said)\w*",
)

# It sets a time, or asks once more.
HURRYING: Final = either(
    r"速やか|一日も早|早急|一刻も|改めて|あらためて|再度|再び|もう一度|もう一回|早く|すぐに|今すぐ|今日中|本日中|"
    r"至急|までに|期限|まだ|またか",
    r"again\b|still\b|nevertheless|right now|now\b|today|tonight|immediately|at once|"
    r"by (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|noon|the end)|deadline|hurry|"
    r"do it\b|asap|yet\b|every (?:day|week|hour)",
)

# It says that this was asked, or is so, not for the first time.
AGAIN: Final = either(
    r"再度|再び|もう[一1](?:度|回)|改めて|あらためて|また[、にで]|まだ",
    r"again\b|still\b|once more|yet\b",
)

# It speaks of what was said before, if only to put it aside.
REFERRING: Final = either(
    r"とのこと|との(?:お|ご)?(?:返事|返答|返信|回答|手紙|連絡|説明|話)|"
    r"(?:返事|返信|返答|回答|手紙|連絡|メール|説明|案内)(?:を|は|、)?(?:拝見|拝読|読み|読んだ|受け取|いただき|頂き|"
    r"もらい|見まし)|"
    r"(?:わかる|わかった|わかりました|わかっています|分かる|分かりました|分かっています|理解し[^。]{0,8}|"
    r"承知し[^。]{0,8}|"
    r"承知いたし[^。]{0,8}|存じ[^。]{0,8}|のは事実(?:です)?)(?:が|けど|けれど|けれども|ものの)|"
    r"(?:なぜ|どうして|なんで|何で)[^。]{0,24}(?:ない|ません|れな|できん)|じゃ(?:ない|ん)(?:です)?か|そこをなんとか|"
    r"そこを何とか|(?:で|だけ|それ)でも(?:いい|良い|よい|構|かま)|"
    r"だけでも|せめて|やっぱり|やはり|どうしても|"
    r"(?:^|[。!?\n])(?:じゃあ|では、|で、|でも|だから|だったら|それなら|ですから|ですので、|せやから)|"
    r"度々|たびたび|その後|(?:二|三|四|五|幾|何)度(?:にわた|も)|例の|(?:昨日|先日|前回|以前|この前|こないだ|前に)も|"
    r"ってば|言うてる|引き続き|"
    r"(?:書き|言い|伝えし|お願いし|お願いいたし|申し|送り)(?:まし)?た(?:が|けど|とおり|通り|よう|件)|"
    r"(?:お願い|お伝え|ご相談|ご連絡)し(?:てい)?(?:た|る|ます|ました)(?:件|とおり|通り)|よこせ|返せ",
    r"why (?:can't|won't|don't|not\b|wouldn't|couldn't|isn't)|i (?:do |did |can |quite |fully )?(?:know|understand|"
    r"see|saw|realise|realize|appreciate|accept|gather|hear|get)\b"
    r"(?! how| what| if| whether)|i(?:'ve| have) (?:now |also )?(?:read|seen|got|received|had|heard) (?:your|the|that)|"
    r"(?:thanks|thank you)[^.!?]{0,24} for (?:getting back|coming back|explaining|replying|answering|letting|looking|"
    r"your|the)|"
    r"you(?:'ve| have|r colleague\w*|r manager|r staff|r team)? (?:all )?(?:keep|kept|say|says|said|told|tell|wrote|"
    r"write|"
    r"replied|mention\w*|offer\w*|explained|claim)|so what\b|as i(?:'ve| have)?|me again|"
    r"(?<!paid )(?<!charged )(?<!billed )(?<!charged me )(?<!billed me )(?<!bought )(?<!for )twice|thrice|"
    r"follow(?:ing)?[ -]up|even so|regardless|either way|with (?:all (?:due )?)?respect|"
    r"(?:have|'ve|been) (?:asked|asking|said|saying|written|writing|told|requested)|neither here nor there|"
    r"just (?:this |the )?once|i (?:still|really|only|just) (?:want|need|would|ask)|at least|then just|"
    r"(?:terms|rules?|policy|policies|guidelines?|confidential\w*|data protection|privacy)\b[^.!?]{0,24}"
    r"(?:is|are|isn't|aren't|may|might|don't|doesn't)",
)

# It announces that it will go on, or counts how often it came.
CAMPAIGN: Final = either(
    r"(?:明日|明後日|あした|あさって|来週|来月)も|(?:送り|かけ|書き|聞き|通い|鳴らし|お願いし|問い合わせ|連絡し)続け|"
    r"続け(?:る|ます|させていただ|てや)|何[十百千]?(?:回|度|通)でも|(?:\d{2,}|"
    r"[二三四五六七八九]?[十百千][一二三四五六七八九十百千]*)(?:回|通|度)目|"
    r"毎(?:日|朝|晩|夜|週|月|回|時間)[^。]{0,14}(?:送|電話|かけ|連絡|書|聞|伺|お願い|ファクス|メール|同じ)|連打|根比べ|"
    r"根負け|"
    r"(?:折れ|変わ|変え|泣|認め|直|出|払|くれ|叶|かな)(?:る|う)まで",
    r"(?:i|we)(?:'ll| will| shall|'m going to| am going to) (?:(?!not\b|never\b)\w+ ){0,2}"
    r"(?:ask|ring|call|phone|writ|email|mail|fax|"
    r"send|resend|"
    r"resubmit|come|be back|post|file|go on|carry on|continue|reopen|flood|keep|repeat)\w*[^.!?]{0,60}"
    r"(?:tomorrow|again|every|each|until|till|daily|hourly|weekly|on|forever|as long|\bit\b)|"
    r"(?:day|call|message|msg|mail|e-?mail|letter|fax|reminder) "
    r"(?:number |no\.? ?|#)?\d{2,}|wear(?:ing)? you down|as often as|every (?:single )?(?:day|morning|hour|half hour|"
    r"night|working "
    r"day)[^.!?]{0,20}(?:until|till|from me)",
)
