"""Signs that a message is more than the same again: corrections, answers, questions about the answer, thanks.

Each is an alternation for Japanese and one for English, tried on a folded text; English ones begin at a word.
"""

from typing import Final

from desk.rules.repetition.pressure import ANSWERS
from desk.rules.repetition.rule import either

# Who has had enough of the answers gives nothing up.
_NO_ANSWER: Final = "".join(f"(?<!{answer}は)" for answer in ANSWERS)

# Who withdraws a child or money takes back no demand, nor does who wants the desk to withdraw something.
_TAKEN_BACK: Final = (
    r"(?:requests?|demands?|claims?|complaints?|questions?|inquiry|enquiry|objections?|messages?|appeals?)"
)
_TAKES_BACK: Final = (
    r"i (?:hereby |now |must )?withdraw(?=\s*(?:[.,;!\n-]|and\b|$)| (?:it|everything|what i)\b)|"
    rf"(?<!not )(?<!n't )(?<!never )(?<!to )withdraw(?:n|ing)? (?:my|our) (?:\w+ ){{0,2}}{_TAKEN_BACK}\b|"
    r"(?:like|want|wish|happy|decided|ready) to withdraw "
    rf"(?:my|our|the|this|that|both|all) (?:\w+ ){{0,2}}{_TAKEN_BACK}\b|"
    r"i(?:'m| am|'ve| have)? (?:now |hereby )?withdraw(?:n|ing)? "
    rf"(?:the|this|that|both|all) (?:\w+ ){{0,2}}{_TAKEN_BACK}\b|"
    rf"(?:my|our) {_TAKEN_BACK}(?:(?! (?:until|unless) )[^.!?]){{0,40}} (?:is|are) (?:hereby )?withdrawn"
)

# What the sender got wrong.
CORRECTION: Final = either(
    r"訂正(?:です|し(?:ま|て|たい)|いた|をお願い|させ|があ|の)|"
    r"(?:打ち|書き|入力|記入|番地|番号|名前|アドレス|綴り|住所|宛名|金額|"
    r"日付).{0,8}(?:間違え(?:て|ま|た)|誤って(?:い|お|し)|誤り(?:で|が)|"
    r"(?:ミス|まちがえ))|"
    r"(?:先ほど|先程|さきほど|前便|先のメール|先の連絡|昨日の(?:メール|連絡)).{0,16}(?:間違|誤|抜け|漏れ|忘れ)|"
    r"間違えて(?:しま|送|入|書|記|い(?:まし|た)|おり)|間違えました|間違いでした|誤記|誤字|書き忘れ|書き漏ら|"
    r"\d\S{0,6}ではなく[^。]{0,10}\d|(?:すみません|申し訳)[^。]{0,24}ではなく|ではなく[^。]{1,14}でした|の(?:間違い|"
    r"誤り|まちがい)(?:です|でした)|"
    r"(?:書き|入れ|添え|付け|添付し|記載し)忘れ|抜けて(?:い|お)(?:まし|り)|"
    r"記入漏れ|入力ミス|正しくは|失礼しました|差し替え",
    r"typos?\b|mistyp\w*|misspel\w+|misspelt|"
    r"i (?:made|wrote|gave|entered|put|typed|sent|forgot|left out)\b[^.!?]{0,30}(?:mistake|wrong|"
    r"incorrect\w*|error|typo|to (?:add|mention|attach|include))|correction(?: to|:| of my)|my mistake|"
    r"(?:oops|whoops|apologies|sorry|my bad)\b[^.!?]{0,40}(?:\bmeant\b|\bwrong\b|\bnot \S*\d|\bi mean\b|should)|"
    r"\d\S*,? not \S*\d|"
    r"not \S*\d\S*,? but \S*\d|(?:gave|sent|wrote|typed|put|quoted) (?:you )?(?:the|a|my) (?:wrong|old)|left (?:out|"
    r"off)|"
    r"should (?:be|read|have been|have read|say) \S*\d|i meant|"
    r"the correct (?:\w+ )?(?:is|number|address|date|name)|please disregard|"
    r"(?:forgot|forgotten) (?:the|my|to)|(?:disregard|ignore) my (?:last|previous|earlier|first)|"
    r"wrong (?:number|address|date|order|name|file) (?:in|before|earlier|last)",
)

# What the desk asked for.
ANSWERING: Final = either(
    r"お?尋ねの|ご質問の(?:件|番号|点|内容)|ご依頼の|ご?要望の書類|お求めの|"
    r"ご?確認(?:いただ|の)(?:いた|件|あった)|(?:聞|訊)かれた|問われた|求められた|必要とのこと|"
    r"番号は.{0,20}(?:です|になります)|(?:購入|注文|契約|利用)(?:日|者)は|"
    r"以下の(?:通|とお)り(?:です|回答|お答え)|お答え(?:します|いた|し)|"
    r"(?:写真|書類|画像|スクリーンショット|明細|コピー|控え|身分証|"
    r"免許証).{0,4}を(?:お送り(?:し|いた)|送り(?:ま|いた)|送付(?:し|いた)|"
    r"添付(?:し|いた))",
    r"here (?:it|they) (?:is|are)|you(?:'ve| have)? (?:asked|wanted|needed) (?:for )?(?:it|them|more|another|a |the |"
    r"my )|"
    r"you (?:have |had )?(?:asked (?:for|me|about|whether|which|if)|requested|wanted to know)|"
    r"as (?:requested|asked)|(?:here|below|enclosed) (?:is|are)|here's|to answer your|"
    r"in (?:answer|response) to your question|"
    r"the (?:order|serial|contract|customer|account|ticket|invoice) (?:number|id|no\.?) is|"
    r"my (?:order|serial|contract|customer|account|ticket|phone) (?:number|id|no\.?) is",
)

# A question about the answer.
CLARIFYING: Final = either(
    r"とは(?:、|どう|何|どの|どこ|いつ)|という(?:理解|認識|意味|解釈|こと)で(?:しょ|す|よ|合|間違|宜)|"
    r"ご?(?:回答|返信|説明|案内)(?:の中)?(?:の|に(?:あ|つ|書)|で).{0,6}「|"
    r"(?:もう)?(?:一点|一つ|1点|ひとつ)(?:だけ)?(?:確認|質問|教|伺|お伺|お聞)|確認(?:なの|です|させて)|"
    r"と(?:あり|書いてあり|記載があり|書かれてい)ますが[^。]{0,40}(?:でしょうか|ですか|ますか)|ということは|"
    r"つまり[^。]{0,30}(?:でしょうか|ですか)|"
    r"で(?:よろしい|宜しい|よい|良い|いい)(?:の)?(?:でしょうか|ですか)|もう(?:一つ|ひとつ|一点|1点)|"
    r"その場合|そうしますと|でしたら.{0,20}(?:でしょうか|ますか)|"
    r"いつ(?:頃|ごろ)?(?:まで|に|から)?.{0,24}(?:でしょうか|ますか|ですか)|"
    r"(?:どのように|どうやって|どちら|どこ|どの).{0,20}(?:でしょうか|ますか|ですか)|具体的に",
    r"(?:when|where|if) you (?:say|write|wrote|mention\w*)|"
    r"(?:is|are|was) (?:that (?=[^.!?]*\?)|(?:those|these|it) )(?:me|the|a|one|for|including|per|before|after)\b|"
    r"one more (?:on|about)|"
    r"you mention\w*|"
    r"do(?:es)? (?:that|this|it|you) (?:mean|include|also|apply|cover|count)|what do you mean|what does|"
    r"(?:to|just to|wanted to) (?:clarify|be sure|make sure|double-check)|could you clarify|"
    r"(?:a|quick|follow-up|short|small|last) question|in that case|if so|am i right|is it correct|"
    r"how long (?:will|does|do|would)|when (?:will|can|should|do|would) (?:i|the|it|my|this)|"
    r"which (?:form|page|button|link|department|option|one)|so (?:if|does|do|is|would)",
)

# The answer was about something else.
MISSED: Final = either(
    r"(?:別|違う|異なる|他)(?:の|な)?.{0,8}(?:件|質問|内容|こと|話|商品|"
    r"方).{0,8}(?:回答|答え|返|でした|のよう)|(?:回答|返信|返事).{0,10}(?:についてのもの|に関するもの|別の)|"
    r"(?:お聞き|お尋ね|伺い|知り)(?:し(?:た|て))?(?:の|い(?:たい)?の)は|"
    r"(?:二つ目|三つ目|一つ目|もう一つ)(?:の(?:質問|点))?(?:だけ|が|は)[^。]{0,16}(?:ま?せ|な|漏れ|抜け)|質問と違う|"
    r"質問の(?:趣旨|意図|内容).{0,8}(?:違|異|伝わ|ず)|伝わ(?:ら|って(?:い)?な)|書き方が悪|言葉が足り|説明不足|"
    r"わかりにくかった|分かりにくかった|うまく書け",
    r"(?:first|second|third|fourth|other|last|one) (?:question|point|part)[^.!?]{0,30}(?:open|mentioned|answered|"
    r"missing|left)|"
    r"(?:answered|about|for|to|addresses|addressed) (?:a |the )?(?:different|another|wrong|"
    r"someone else\w*) (?:question|product|customer|person|case|order)|not what i (?:asked(?! for)|meant)|"
    r"(?:answer|reply|response) (?:is|was) about|"
    r"misunderst\w+|(?:i was|my \w+ was|been) unclear|"
    r"(?:didn't|did not|may not have) (?:explain\w*|express\w*|made?) (?:myself|it) (?:well|clearly|clear)|"
    r"you(?:'ve| have)? (?:sent|gave|given|answered|quoted) (?:me )?(?:the )?(?:\w+ ){0,2}(?:for|about|of) |"
    r"i(?:'m| am) asking about|i(?: was)? ask(?:ed|ing) about|question (?:was|is) about|"
    r"what i (?:wanted|meant|was asking|am asking|would like) "
    r"(?:to know|(?:is|was)(?! to (?!know\b|ask\b)| for [^.!?]{0,40}\b(?:to|be)\b))|"
    r"not (?:the|my) question",
)

# Thanks, or the matter is closed.
THANKS: Final = either(
    r"(?:無事|無時)に|解決(?:し(?:ま|た)|です|いた)|承知(?:し(?:まし|た)|いた|致)|"
    r"了解(?:し(?:まし|た)|いた|です|致)|"
    r"(?:受け取り|受領し|拝受し|拝見し|届き|確認でき|治り|直り|納得し|理解し|わかり|分かり|"
    r"助かり|安心し|つながり|でき|満足し)まし(?:た|て)|ありがと|感謝|お礼(?:申|を申|まで)|御礼|"
    r"取り下げ(?:ます|いた)|もう(?:結構|大丈夫)|大丈夫です",
    r"(?:it|that|everything|all|logging in) (?:works|worked|is fine|is solved|is resolved|solved)|"
    r"(?:is|has been|got|was|all) (?:solved|resolved|fixed|sorted)|case closed|"
    r"(?<!nothing )(?:has|have) arrived|received (?:it|the|my|your|with)|thanks?\b|thank you|problem solved|"
    r"that was quick|appreciated?|understood|up again|"
    rf"{_TAKES_BACK}|no longer need\w*|grateful",
)

# The demand is given up.
WITHDRAWN: Final = either(
    r"(?:諦め|あきらめ)(?:ます|ました|がつきま(?:す|した))|仕方(?:が)?(?:な|あり)|しかた(?:が)?(?:な|あり)|しょうがな|(?:その件|この件|"
    r"先日の件)[^。]{0,6}(?:忘れて|結構)|"
    r"(?:料金|代金|料|金|費)(?:は|を)[^。]{0,6}(?:払います|お支払いします)|やめておきます|見送ります|"
    r"取り下げ(?:ます|る|いた|させ)|撤回(?:します|いた|させて)|"
    r"(?:もう|不要|必要)(?:は)?(?:ありません|なくなり)|"
    rf"{_NO_ANSWER}もう(?:結構|大丈夫)です|"
    r"(?:納得|理解|承知)(?:し|いた)(?:し)?まし(?:た|て)(?!が|け|も)|なかったことに|"
    r"これ以上は?(?:何も)?(?:申し|求め|お願いし|言い|要求し)ま(?:せん|すまい)|(?:判断|決定|回答)を(?:受け入れ|尊重し)ます|"
    r"(?:これで|ここで)(?:終わり|おしまい|終了|打ち切り)(?:に|と)|(?:連絡|メール|要求|お願い|依頼)は(?:無視|破棄|取り消)して(?:くだ|下さ|いただ|頂)",
    r"no longer (?:want|need|wish|require|ask)|never ?mind|"
    rf"{_TAKES_BACK}|"
    r"(?:don't|do not) (?:need|want) (?:it|this|that|the \w+) any ?more|see your point|fair enough|"
    r"forget (?:it|i asked|about it|i said)|let's leave it|leave it (?:there|at that)|i give up|i'll (?:pay|drop|"
    r"live with|settle for|leave it|let it)|"
    r"rules are rules|makes sense|i(?: can| will|'ll)? accept (?:that|your|the|it)|not to worry|no worries|"
    r"consider (?:it|this|the matter) closed|clos(?:e|ing) the matter|"
    r"(?:won't|will not|shall not|shan't|'ll not) (?:\w+ )?(?:trouble|bother|pester|write (?:\w+ ){0,3}again)|"
    r"not (?:to )?(?:pursue|press) (?:the|it|this|my|that)|(?:please|kindly|just) "
    r"ignore my (?:\w+ )?(?:demand|request|message|mail|letter)|"
    r"i stand corrected|you(?:'re| are| were) right",
)

# The sender has done with it: pays, has gone elsewhere, makes do. It counts where nothing is demanded besides.
_NO_MORE: Final = r"(?=[。!\s]|$)"
DONE_WITH: Final = either(
    rf"(?<!れば)もう(?:いい|よろしい)(?:です|や|わ|よ)?{_NO_MORE}|もう(?:いり|求め|申し|言い)ま(?:せん|すまい)|"
    r"[てで]とは(?:もう)?言(?:いません|わない)|(?:返金|返還|交換)は(?:もう)?求めな?(?:いそう|ません|い(?=[。!\s]|$))|"
    rf"(?:はい|わかりました|了解)[、。](?:[^。]{{0,12}})?払い?(?:ます|う){_NO_MORE}|しゃあない|"
    r"他社に移りました|自分で[^。]{0,8}(?:直し|やり)ました|返信は不要|"
    r"(?:交換|取り?替え|返金|返還|返[信事])には及びません(?!とは|か)|言うのはこれで最後に|そちらには求めません|(?<!返金)でいいっす|"
    r"求めないことに|(?:もう|これで)(?:終わり|おしまい)(?:に(?:し|いた)|です)|(?<!返金で)引き下がります|(?<!れば)手を引きます",
    r"(?<!and )that's that\b|(?:so|fine|then),? keep it\b|(?<!\w )keep the (?:fee|money|deposit)\b|"
    r"(?<!\w )keep your (?:\S+ ){0,2}(?:money|cash|change|fee|deposit|bucks|dollars|pounds|quid|euros?)\b|"
    r"not worth my (?:time|while|breath)|"
    r"(?<!\w )(?:ok )?i accept(?=[.,!;]|$)|i(?:'ve| have) paid it\b|no (?:\w+ ){1,2}then(?=[.,!;]|$)|"
    r"(?:needn't|no need to|don't need to|don't bother to|won't be) (?:reply|answer|write back|writing|asking)\b|"
    r"we're done(?=[.,!;]|$)|(?:done|through) asking(?! (?:nicely|politely))|"
    r"(?:(?:please|kindly|just) )?(?<!not )(?<!n't )(?<!dare )(?<!never )close the "
    r"(?:ticket|file|case)\b(?! (?:when|once|after|if|only|until))|"
    r"(?<!think )(?<!if )(?:i(?:'m| am)|we(?:'re| are)) letting it go\b|"
    r"(?<!not )(?<!n't )consider it (?:a|my) (?:donation|contribution|gift)\b|"
    r"(?<!\w )forget my \S+(?=[.,!;]|$)|the matter is (?:(?!not\b)\w+ ){0,2}finished|i'll say no more|lesson learned|"
    r"(?:moved|switched|go|going|gone|went) (?:\w+ )?to (?:another|other|the other) (?:host|provider|bank|shop|lot|"
    r"one)|"
    r"bought it elsewhere|\bbe done with it\b|there it ends\b|have it your way|lesson learnt|there we are\b|"
    r"matter closed\b|(?<!and )(?:we|let's) say no more about|(?:i|we)(?:'ll| will)? let it go(?=[.,!;]|$)|"
    r"leave it like that|(?:shan't|won't|will not|'ll not|'ll never) ask (?:you |ye )?again|"
    r"not going to (?:fight|argue)(?! ?[.,] ?(?:the|my|i|you)\b)|"
    r"(?:i|we)(?:'ll| will|'d| would) (?:just |gladly )?(?:take|accept) (?:the|your) "
    r"(?:(?!(?:back|over|before|than|and|what|instead|rather|not|court|twice)\b)[^\s.!?,]+ ){1,4}"
    r"(?:you|ye) offered|"
    r"delete my (?:\w+ ){0,2}account|uninstall(?:ed|ing)(?![^.!?]* (?:unless|if|until) )|"
    r"keep the (?:month|change|lot|refund|cash)\b|(?<!refund )it is then\b|"
    r"close my (?:membership|account)(?! (?:unless|if|until|or))|"
    r"(?<!if )you win\b(?!\?)(?! (?:nothing|customers))|(?<!\w )leave it(?=[.,;!]|$)|"
    r"(?<!think )(?<!if )(?:i(?:'m| am)|we(?:'re| are)) dropping "
    r"(?:it(?! (?:off|in))|(?:the|this|my|our) (?:request|claim|matter|complaint|case))\b|"
    r"(?<!when )(?<!once )(?<!until )you (?:may|can) close (?:it|(?:the|this|my) (?:case|ticket|request|matter))\b"
    r"(?! (?:when|once|after|if|only|until))|only thought i'd ask|"
    r"i(?:'ll| will)? leave(?=[.,!;]|$)",
)
DEMAND: Final = either(
    r"(?:返|戻|直|払|換|替)(?:せ|して|しろ|え(?!ば)|って)|ください|下さい|しろ|せよ|求め(?:ます|る(?!の|こと|つもり|気))",
    r"please|just \w+ (?:me|it|the)|i (?:want|demand|expect|insist)(?!ed)|asked for\b|in court\b|(?:has|have) to\b|"
    r"(?<!\w )(?:refund|return|repay|pay|fix|replace|restore|send|give|unlock)\b",
)

# No answer came, says its sender; or it came more than once by mistake.
UNANSWERED: Final = either(
    r"(?:お?返事|ご?返信|ご?回答|ご?連絡|折り返し|反応|音沙汰)(?:が|は|も|を)?(?:まだ|一度も|未だに|いまだに|全く|"
    r"一切|何も|一向に)?(?:ありま?せ|無い|ない(?!の)|なく|なかった|"
    r"いただいて(?:い|お)|頂いて(?:い|お)|もらって(?:い)?(?:な|ま)|もらえて|来(?:な|ま?せ|て(?:い)?(?:な|ま))|届い)|"
    r"まだ一度も|"
    r"話し中|つながらな|(?:自動(?:返信|応答)|受付メール)(?:だけ|しか|のみ)|(?:フォーム|画面|ブラウザ|回線|チャット|"
    r"電話)が[^。]{0,10}(?:エラー|固ま|切れ|落ち)|"
    r"(?:二重|重複)(?:に|し)|(?:2|二|3|三)(?:回|通)(?:送|届)[^。]{0,8}(?:しま|かも)|誤動作|(?:押し|送っ)てしま",
    r"(?:no|not a|without an?|without any|(?:not|n't) (?:had |received |got |gotten )?(?:a|an|any|"
    r"one)) (?:\w+ )?(?:reply|replies|answers?|"
    r"response)\b(?! i)|(?:nobody|no one|no-one|noone)(?:'s| has| have| ever)? (?:\w+ )?(?:replie[sd]|answer\w*|"
    r"called|calls|got|gets|rang|rings|"
    r"respond\w*|came|come|explain\w*)|(?:haven't|have not|never|not) (?:yet )?heard|unanswered|engaged\b|"
    r"busy (?:signal|tone|line)|cut off|auto(?:matic|mated)?[- ]?(?:reply|replies|"
    r"response|one)\b|(?:line|call|chat)[^.!?]{0,12}(?:drop\w*|went dead|cut out|broke\w*)|(?:form|page|browser|"
    r"phone|app|screen) "
    r"(?:\w+ )?(?:froze|hung|crashed)|(?:sent|sending|posted|submitted) (?:this |it |that )?(?:twice|two times)|"
    r"double[- ](?:post|sent|click)\w*|"
    r"duplicate|closed? (?:(?:by )?itself|without|by (?:accident|mistake))|ignore the (?:second|first|other)",
)

# How far is it?
PROGRESS: Final = either(
    r"その後(?:の)?(?:ご)?(?:状況|いかが|進捗|どう|の状況)|進捗|いかがでしょう|(?:ご)?検討(?:の)?状況|ご状況",
    r"any (?:news|updates?|progress)|"
    r"(?:just )?(?:checking in|checking whether|checking if|wondering (?:if|whether))|status of|"
    r"how (?:is it|far)|an update",
)

# The same befell the writer as somebody else, who wrote before.
LIKEWISE: Final = either(
    r"(?:私|僕|俺|うち|当方|弊社|こちら)(?:の(?:ところ|方|部屋|家))?(?:も|にも|でも)(?:同じ|同様|まったく同じ|全く同じ)|同じ目に|"
    r"(?:友人|知人|同僚|隣|近所|家族|ルームメイト)[^。]{0,12}(?:も同じ|と同じ(?:請求|目|こと|料金|手数料)|から(?:聞|教)|に(?:聞|教え))",
    r"(?:i|we|he|she) (?:also |just |too )?(?:got|had|have|received|was charged|were charged|paid|noticed) "
    r"(?:exactly )?the same\b|"
    r"the same (?:thing )?(?:has )?happened to (?:me|us)\b|same (?:here|for (?:me|us))\b|me,? too\b|us,? too\b|"
    r"i live (?:with|next|below|above|opposite)|mine (?:as well|too|also|is|was|got|has)\b|"
    r"my (?:neighbou?r|flatmate|roommate|housemate|colleague|coworker|friend)s? (?:\w+ )?(?:told|said|mentioned|got|"
    r"had|has|wrote)",
)
