"""What people write in English to the desk for infringed rights; `words` says how to read the lists."""

CUES = {
    6: """
    @&<mine>…<piece>&<taken>|<stranger>…<taken>…<mine>…<piece>|<taken>…<mine>…<piece>&@|@…copi*/
    sells…<mine>…<piece>|uses our company's name|we own the mark|she never allowed/he never allowed/
    they never allowed/I never allowed&@
    """,
    3: """
    nobody asked the|our tune|copied our|we're the makers|pictures and all|trades on our|registered brand|
    my wedding|without asking&<piece>|I want them off|shows my…without|<stranger>…<taken>…<mine>|
    <mine>…<piece>&<taken>&never/without/permission/owner/wrote it/free download/leave/fakes/mark|we own the mark|
    never agreed to that|never allowed|gave nobody leave|whole novel|every recipe|on your machines|
    kept on your machines|to sell fakes|copyright*|trademark*|trade mark*|infring*|DMCA|takedown|take down|
    take-down|defam*|libel*|slander*|without my permission|without our permission|without permission|
    without my consent|without consent|without licence|without license|without a licence|my photos are|
    my photographs|stole my|stolen my|stolen photos|stolen artwork|plagiari*|pirated|piracy|pirate copies|bootleg*|
    counterfeit*|knock-off*|knockoff*|intellectual property|identity of the sender|disclosure of the sender|
    sender disclosure|sender's identity|identify the uploader|provider liability|Provider Liability|revenge porn|
    intimate images|doxx*|portrait right*|likeness|patent*|design right*|remove the post|remove a post|
    remove this post|remove the page|remove my picture|remove my photo*|remove a review|have it removed|
    removal of content|removal request|passing off|copies our|copied my|copying our|cloned our|clone of our|
    rights holder|rightsholder|rights owner|our song|our film is|my illustration*|my drawing*|my cookbook|
    my name cut off|name cut off|whole chapters|chapters of my|on a page you host|page you host|site you host|
    website you host|forum you host|blog you host|copies my|copies one to one|one to one…copy/copies/design|
    design registration|registered design|registered trademark|registered mark|my ceramic|my designs|my patterns|
    my pattern|my poem*|my thesis|my paper is|my code…licence/license/without|GPL|ex-boyfriend|ex-girlfriend|
    ex-husband|ex-wife|my ex…photo*/picture*/video*/post*|private photos|private pictures|humiliat*|bullied…page/
    site/forum|hate…page/site/speech|confus*…our brand/our name/our logo|pirated…translation/copy/copies/book/film|
    translation of my book|my book|my novel|my film|my video|my artwork|my design|our photographs|our designs|
    our images|our text*|my text*|my article*|my recipe*|our recipe*|my face|photo of me|photos of me|video of me|
    picture of me|pictures of me|my name appears|about my clinic|fake review*|false review*|untrue|accuses me|
    accusing me|smear*|malicious rumour*|malicious rumor*|counterfeit…goods/bags/watches/site/shop|
    look-alike of our…brand/shop/product|our brand name…used/domain/shop|cybersquat*|UDRP|domain…infringes/
    our trademark|hosted at your&copy/pirat*/infring*/permission/my/our|we are the owners|we own the rights|
    I own the rights|I hold the rights|we hold the…trademark/trade mark/rights/copyright/patent|our label|our album|
    our record label|my song|our songs|our music|writes lies|writing lies|lies about me|lies about our|
    lies about us|false things about|find out who it is|find out who…writes/wrote/posted/runs/is behind|
    who wrote it|who posted|identity of the…poster/author/writer/operator/uploader/person|never agreed&photo*/
    picture*/image*/name/text/video/use*|uses my/using my/use my/used my/uses our/using our/uses forty of my…photo*/
    picture*/image*/drawing*/logo/text*/name/design*/work/artwork/product photos/brand/video*|copied from my|
    taken from my…site/blog/shop/book|my…photo*/drawing*/artwork/novel/book/video*/design*/picture*…without/stolen/
    copied/sold/published/posted/uploaded/used by|sold by a stranger|by a stranger&logo/design/drawing/photo/
    artwork/trademark|our logo is sold|our club's logo|fake goods|fake handbags|sells fakes|sells copies|
    selling copies|can be downloaded…site/page/server/machines&owner*/rights/label/publisher/our|want it gone|
    want it removed|want it taken down|must come down|please remove…page/post/site/picture*/photo*/article&my/our|
    pirate*…site/copy/copies/stream/film/book/manga|scans of our|scanlation*|our publishing house|
    on behalf of the…author/rights/photographer/artist/publisher|notice of infringement|cease and desist|
    name and address…posted/published/online/forum|posted my…address/photo*/picture*/name|nude*|naked
    """,
    2: """
    permission|licence|license|copied|stolen|removed|remove|rights|author|consent|lawyer|solicitor|attorney|
    publisher|uploaded|operator of the site|insult*|lies about|false claims|reputation|illustration|artwork|
    verbatim|word for word|lookalike|look-alike|label|album|owners|trademark|lies|stranger|never agreed|
    forum that you host|hosted with you|on your machines|gone|product photos|novel|manga|song|music|photographer|
    artist
    """,
    1: """
    photo*|picture*|image*|site|hosted|host|server|forum|blog|brand|page
    """,
    0: """
    trademark domain|changed after marriage|my name changed|permission denied|file permission*|remove my card|
    remove the domain|remove my account|removed from my cart|licence key|license key|remove a DNS record|
    author page|stock photo licence|permission to enter
    """,
}
