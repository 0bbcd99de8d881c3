"""Signs that a sender cannot use the answer: care, a language, an answer that came garbled or not at all.

Each is an alternation for Japanese and one for English, tried on a folded text; English ones begin at a word.
"""

from typing import Final

from desk.rules.repetition.rule import either

# Whoever cannot use an answer may ask as often as it takes: care outranks repetition.
CARE: Final = either(
    r"読み上げ|スクリーンリーダー|点字|弱視|全盲|"
    r"(?:視覚|聴覚|身体|知的|精神|発達|学習|言語|肢体|内部|記憶|読み書き)(?:の|に)?障害|"
    r"障害(?:者(?:です|な|の(?:ため|私))|を(?:持|抱)|のある(?:者|身)|"
    r"があ(?:り|る).{0,12}(?:読|聞|見|電話|文字|操作|入力|書))|障がい|耳が(?:聞こえ|不自由|遠)|"
    r"目が(?:見え|不自由|悪|かす)|聞こえない(?:ので|ため)|難聴|手話|ろう者|識字|ディスレクシア|発達障|認知症|"
    r"高次脳|難病|病気の(?:ため|せい)|手が(?:震え|不自由)|字が(?:小さ|読め)|ルビ|ふりがな|やさしい日本語|"
    r"易しい日本語|物忘れ|老眼|色(?:覚|弱)|車椅子|介助|代筆|声が出(?:ない|ません)|言葉が(?:出ない|出にくい)(?:病|ので|ため)|"
    r"電話(?:が|は|を)(?:使え|聞き取れ|できない(?:身体|体|ので))|"
    r"区別[^。]{0,4}つか|見分け[^。]{0,4}(?:つか|られ|でき)|同じ(?:色)?に見え|吃音|どもり|覚えられ|持病|物覚え|"
    r"忘れっぽ|脳(?:梗塞|出血|卒中)|認知(?!度|され|して|いただ|を(?:得|広|高))|うつ病|高齢(?:で|の(?:ため|母|父|親))|"
    r"代わりに(?:打|入力|書いて(?:もら|いただ|くれ|くださ))|"
    r"通訳(?!料|の料金|サービス|派遣|アプリの料|として|業|会社|の?(?:求人|仕事))|"
    r"(?:ひらがな|やさしい ?(?:にほんご|ことば|言葉)|かんたんな|簡単な言葉|わかりやすい言葉)(?:で|の)|(?:漢字|"
    r"かんじ)(?:が|は)|にほんご|"
    r"日本語(?:が|は)(?:まだ)?(?:あまり)?(?:むずか|難し|苦手|わか|分か|読め|得意|できな|下手)|外国人(?:です|な)",
    r"screen ?reader|"
    r"(?:i am|i'm|being|am|as a|since i'm|me being|registered|legally|partially) (?:\w+ )?(?:blind|deaf|"
    r"dyslexic|autistic|disabled|paraly[sz]ed|visually impaired|partially sighted|hard of hearing|"
    r"colou?r[ -]?blind)|tell (?:them|the colou?rs|the two) apart|deaf (?:person|user|customer|and)|"
    r"blind (?:person|user|customer)|braille|low vision|visually impaired|hard of hearing|"
    r"hearing (?:loss|impair\w+|aids?)|"
    r"(?:my|a|due to|because of|have|with) (?:\w+ )?(?:disability|disabilities|impairment)|dyslexi\w+|autis\w+|"
    r"adhd|dementia|alzheimer\w*|parkinson\w*|a stroke|stroke (?:left|took|affect)\w*|chemo\w*|macular|cataract\w*|"
    r"glaucoma|"
    r"(?:easy|easier|simple|simpler|plain|short) (?:words?|english|language|sentences)|my english|stammer\w*|"
    r"stutter\w*|memory\b[^.!?]{0,12}(?:not|isn't|bad|"
    r"poor|gone|fail)|"
    r"since (?:my|the|his|her) (?:illness|stroke|operation|accident|fall|diagnosis)|sign language|"
    r"interpreter(?!s? (?:fee|service|invoice|job|charge|bill))|"
    r"(?:i|my \w+|he|she) (?:\w+ )?(?:forgets?|can(?:not|'t| not) remember|loses? track|lose track)|wheelchair|carer\b|"
    r"(?<!course )(?<!courses )(?<!class )(?<!classes )(?<!lessons )(?<!exam )(?:in|to|into) (?:arabic|chinese|spanish"
    r"|portuguese|vietnamese|polish|ukrainian|russian|korean|hindi|urdu|turkish|thai|french|german|tagalog|nepali"
    r"|japanese)\b(?! (?:level|class|course|lesson|school|yen|packag\w+|restaurant|food|stores?|shops?))|"
    r"(?<!another document )(?<!another certificate )(?<!delivery of my )(?<!delivery of the )(?<!you delivered a bad )"
    r"(?!(?<=you )translated|(?<=another )translator)"
    r"translat\w+\b(?! (?:service|fee|job|work|agency|order|certificate|invoice|charge|bill|redone))"
    r"(?! (?:i (?:paid|ordered|bought)|by you|you (?:made|delivered|did)|was late))|"
    r"(?:my|our|his|her|their|(?:mum|mom|mother|dad|father|husband|wife|gran\w*)'s) memory is "
    r"(?:not|going|failing|bad|poor|gone|weak|worse|no longer|terrible)\b|"
    r"memory (?:problem|loss|issue)\w*|brain injury|aphasia|"
    r"tremor|cognitive|"
    r"large(?:r)? (?:print|text|font|letters)|easy(?:-to-read| read)|my (?:eyesight|vision|hearing|eyes)|"
    r"i (?:can't|cannot|can not|do not|don't|am unable to|can barely|can hardly) (?:hear\b(?! (?:of|about|"
    r"any|from))|see (?:the|your|any)? ?(?:screen|images?|pictures?|text|print|letters)|speak\b|"
    r"use (?:the|a|my) (?:phone|mouse|keyboard|telephone)|make (?:phone )?calls)|"
    r"not (?:my )?(?:native|first|mother) (?:language|tongue)|(?:my|poor|little|bad) (?:english|japanese)",
)

# The old often cannot use an answer, and often only say how old they are.
AGED: Final = either(
    r"(?:七十|八十|九十|(?<![\d,.])[789]\d)(?:歳|才|になる|を過ぎ|過ぎ)",
    r"at (?:seventy|eighty|ninety|[789]\d)(?:-\w+)?,? (?:i|my|it|one)\b|"
    r"(?:i'm|i am|aged|at my age of) (?:\w+ )?(?:seventy|eighty|ninety|[789]\d\b)(?![.,]\d"
    r"| ?(?:%|eur|dollar|pound|yen|per ?cent|days?|usd|km|miles?|minutes?))",
)

# The answer did not arrive, or not in a form that can be read.
UNREADABLE: Final = either(
    r"文字化け|文字が化け|化けて(?:い|お)|"
    r"(?:読|開|見|聞)(?:め|け|ら|き取)?(?:れ)?(?:ませ|な)(?:ん|い|"
    r"かった)(?:でし)?(?:た)?(?:ので|ため|で)?[、。]?.{0,16}(?:もう一度|"
    r"再度|再送|別の|本文|テキスト)|"
    r"(?:ご?(?:回答|返信|返事|返答)(?:メール)?|お返事|いただいたメール|送られてきた|"
    r"頂いたメール)[^。]{0,16}(?:開け|開か|読め|見え|見当た|届(?:い|き|か)|受信|"
    r"受け取れ|空白|白紙|途中で|切れ|消え|消して|削除してし|失くし|なくし|紛失|埋も|入って)|"
    r"(?:添付|資料|pdf|ファイル|url|リンク).{0,12}(?:開け|開か|読め|見え|"
    r"見当た|見られ|空|途中で|切れ|壊れて|破損|ありません|なかった|付いて(?:い|"
    r"お)?(?:な|ら|ま)|ついて(?:い|お)?(?:な|ら|ま)|漏れ|忘れ)|迷惑メール.{0,12}(?:入|振り分け|埋も)|"
    r"途中で切れ|空メール|本文(?:が|は)(?:な|空)|"
    r"(?:英語|中国語|韓国語|日本語)で(?:の(?:ご)?(?:回答|返信)|書かれ|届|いただ|来|送られ|返ってき)|"
    r"意味が(?:わか|分か|よくわ|よく分)[^。]{0,8}(?:な|ま?せ)|(?:理解|飲み込)(?:が)?(?:でき|め)(?:な|ま?せ|ず)|"
    r"(?:間違え|誤っ|うっかり|操作ミスで)て?.{0,6}(?:消し|削除し|消え)|"
    r"(?:返事|返信|回答)(?:が|は)(?:まだ)?(?:届い|来て|受け取)|見当たりま?せ|(?:こちら|手元|受信箱)(?:に|"
    r"には)[^。]{0,8}届い?て|"
    r"別のアドレス(?:に|へ|宛)|(?:白紙|空欄|真っ白|途中まで|一行目|1行目|\?{3,})(?:しか|で|に|と)",
    r"garbled|unreadable|not readable|illegible|scrambled|mojibake|gibberish|garbage (?:characters|symbols|on my)|"
    r"strange (?:characters|symbols|letters)|question marks instead|"
    r"(?:which|that|and|but) i (?:can't|cannot|can not|could not|couldn't|don't) (?:read|open|understand|"
    r"view|see)|in (?:japanese|english|chinese|german|french|korean)\b.{0,60}(?:read|speak|understand)|"
    r"(?:don't|do not|didn't|did not|can't|cannot|couldn't) (?:quite |really |fully )?(?:follow\b|get it\b|"
    r"take it in|make (?:it|sense|head)|"
    r"understand (?:it\b|(?:the|your|that|this) (?:first |last )?(?:answer|reply|letter|e-?mail|explanation|"
    r"instructions|words?)))|"
    r"link[^.!?]{0,24}(?:broken|dead|needs|asks|login|not found|expired)|page not found|(?:banned|blocked|caught|"
    r"swallowed) by (?:your|my|our|the)|"
    r"plain text|as text\b|simpler|(?<!another document )(?<!another certificate )"
    r"(?!(?<=you )translated)translated?\b(?! by you)|"
    r"into the (?:e-?mail|message)|"
    r"nothing (?:has |have )?(?:arrived|come|came|reached|turned up|in my (?:inbox|mail))(?! (?:on|in|to|at) (?:my|"
    r"the) (?:card|account|bank|door|house))|bounc(?:e|es|ed|ing)\b|"
    r"(?:to|at) (?:the|a|my) wrong (?:address|e-?mail)|(?:inbox|mailbox) (?:was|is) full|(?:my )?(?:phone|laptop|"
    r"computer|tablet) "
    r"(?:broke|died|was stolen)|(?:only|just) (?:the )?(?:first|half|top)[^.!?]{0,16}(?:line|page|arrived|came)|"
    r"(?:can't|cannot|can not|couldn't|could not|unable to|won't|didn't|doesn't) (?:open|read|view|"
    r"download|see|display|find|hear)[^.!?]{0,24}(?:(?:answer|reply|response|e-?mail|message|explanation)|"
    r"(?:attachment|pdf|document|file|image|screenshot))|"
    r"your (?:answer|reply|response|e-?mail|message|explanation)[^.!?]{0,30}(?:can't|cannot|couldn't|"
    r"could not|won't|didn't|doesn't|did not|never) (?:be )?(?:open|read|view|download|arrive|reach|come|"
    r"load|display|show)\w*|"
    r"(?:attachment|pdf|document|file|image|screenshot)[^.!?]{0,20}(?:can't|cannot|couldn't|could not|"
    r"won't|didn't|doesn't|did not|never) (?:be )?(?:open|read|view|download|arrive|reach|come|load|"
    r"display|show)\w*|"
    r"(?:no|without an?|missing|empty|blank) (?:(?:attachment|pdf|document|file|image|screenshot)|"
    r"(?:answer|reply|response|e-?mail|message|explanation) (?:arrived|came|reached))|"
    r"(?:(?:answer|reply|response|e-?mail|message|explanation)|(?:attachment|pdf|document|file|image|"
    r"screenshot))[^.!?]{0,20}(?:was|is|came|arrived|seems|looks|appears) (?:\w+ )?(?:empty|blank|missing|"
    r"cut off|truncated|incomplete|corrupt\w*|in (?:japanese|english))|"
    r"(?:cut|cuts|broke|breaks|ends) (?:off|in the middle|mid)|"
    r"(?:deleted|lost|mislaid|misplaced) (?:your|the|it)[^.!?]{0,24}(?:(?:answer|reply|response|e-?mail|"
    r"message|explanation)|accident|mistake)|"
    r"(?:never|didn't|did not|haven't|have not) (?:received?|got|get|gotten|seen?) (?:your|the|any|an|"
    r"a) (?:answer|reply|response|e-?mail|message|explanation)|spam folder|junk folder|"
    r"(?:do not|don't|cannot|can't|couldn't|not able to) (?:(?:read|speak|understand) (?:japanese|english)|"
    r"(?:speak|understand) (?:it|your|the)|read (?:it well|your (?:language|alphabet|script|handwriting)))|"
    r"(?:cannot|can't|couldn't|not able to) read (?:it|your|the)",
)
