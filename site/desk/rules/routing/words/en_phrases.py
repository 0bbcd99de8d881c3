"""Composed English cues; see `ja_phrases` for the signs."""

IR = {
    3: """
    how much of/what share of/what percentage of/what proportion of/how many…profit/sales/revenue/turnover/subscribers/contracts&group/fund/invest*/shareholder/consolidated/last year/report/disclos*|hold/own/bought/inherited/sold/sell…shares/stock/share certificate*|third-quarter/second-quarter/first-quarter/fourth-quarter/half-year/full-year…figures/results/numbers/report|
    fund…manage*/run/analyst/invest*/small/cover/hold|I run a small fund|cover the sector|cover your company|sustainability questionnaire|rating house|rating agency|proxy season|share register*|shareholder register|transfer agent|withholding tax…dividend*|consolidated/equity-method…subsidiar*/affiliate*/account*|figures…disclos*/publish*/break down/released&quarter/segment/year/fund|
    lowered your forecast|cut your forecast|raised your forecast|revised forecast|revision of the forecast|write-down|material weakness|auditor's opinion|results briefing|briefing for investors|investing in your|thinking of investing|considering an investment
    """,
    2: "shares|dividend|results|third-quarter|questionnaire|fund|sector|consolidat*|my broker|brokerage firm",
    0: "shares a|shares the|shared server|shares my|stock photo*|in stock|out of stock|stock up|Slack|fundrais*|refund*",
}

PRESS = {
    3: """
    guidebook|writing about|writing for|write for a…magazine/paper/newspaper/site/journal/daily/weekly|for a…daily/weekly/newspaper/magazine/journal/broadcaster/paper…write/writing/report*/story/article/piece/feature/interview*|preparing a feature|a feature about|on our podcast|on our show|our listeners|our viewers|our readers|before we print|before we publish|before publication|goes to print|going to print|paper closes|goes to press|going to air|goes on air|
    print a picture|print a photo|use a photo|use a picture|picture of your…headquarters/building/office/president/founder|someone comment|somebody comment|anyone comment|give a statement|on camera|film in/film at/film your/shoot a/shoot in…office/lobby/building/headquarters/scene|follow-up story|following yesterday's|reporter|our newspaper|school newspaper|student newspaper|student paper|correction to your release|press list|press mailing|media list|
    may we quote|can we quote|may I quote|quote you|attributed to|logo…article/book/print*/publish*/slide/broadcast/vector/file/high-res*/permission|talk to…about…article/story/piece/feature/report
    """,
    2: "writing|print|reader*|guidebook|headquarters|paper|daily|weekly|photo|picture|broadcast|camera|CTO|column|craft magazine|reporting",
    0: "printed my|printer|paper bill|paper invoice|daily backup|print my|media library|WordPress article|help article|the article at|support article",
}

RECRUITING = {
    3: """
    I'd like to work/I would like to work/I want to work/I hope to work/I dream of working/love to work…for/at/in/with/as|working as…engineer/developer/designer/agent&looking for/apply/open/hire|years of…Go/Java/Python/Rust/experience/development/TypeScript/PHP/C++&role/position/hire/hiring/job/team/looking/sponsor/visa/opening|do you take…interns/designers/people/trainees/students/graduates|do you hire|are you hiring|hiring…engineers/developers/designers/people/staff/Rust/Go|
    haven't heard back&interview/application/applied/round/test|haven't heard…since…interview/application/test|have not heard…interview/application/applied|sponsor…visa/visas|part-time jobs|jobs in your|job in your|jobs at your|job at your|work in your office…&paid/job/student/holiday|without a degree|my résumé|send my resume|send my résumé|send my CV|attach*…CV/resume/résumé|decline the offer|withdraw my application|job fair|campus recruiting|exchange student&work/job/intern*|
    graduate next|graduating in|graduate in March|graduate this|master's student|PhD student|my studies&work/job/intern*/apply/position|come back to work|used to work for you&again/back/return/rejoin|rejoin|entry-level|entry level|junior developer|senior engineer…role/position/opening|is it open to people|your recruitment portal…&apply/application/candidate|internal referral
    """,
    2: "résumé|interview|hire|sponsor|degree|backend developer|work for|working holiday|agent|graduat*|trainee*|studying|studies|internship|rejoin",
    1: "looking for|Lyon|paid|holiday|summer|Rust|Go",
    0: "event sponsor*|sponsorship|sponsor places|server role|admin role|user role|domain position|your recruitment site|recruitment site|resume the|resume my service|resume download|interviewed by police|press interview",
}

PARTNERSHIP = {
    3: """
    could come to your|come to your…office/building/company|visit your office…to/and…show/present/introduce/demonstrate|I teach/we teach/I run/I own/we own/I make/we roast/we bake/we grow/we brew/we print/we rent/we lease/we import/we export/we distribute/we train/we host/we organis*/we organiz*/we curate/we install/we wash/we repair/we paint/we publish…your office/your company/your building/your staff/your employees/your people/your team/your brand/your lobby/your canteen/with you/to you/would you/may we/could we/shall I/shall we/interested/could I/sample/tasting|
    would you like to buy|would you like to purchase|like to buy it|interested in buying|interested in acquiring|sell it together|together with you|sell together|to resell|reseller|partner scheme|partner programme|partner program|partner status|to my clients|to our clients|to our customers…&offer/sell/resell/bundle/integrat*|white-label|minimum order|shall I mail you|shall we send|may I send you|may we send you|can I send you|could we show|could we present|show it to your|present it to|
    support a charity|looking for…companies/sponsors/partners/a sponsor/supporters/a partner/corporate/exhibitors…support/sponsor/join/donate/event/festival/run/race/match/team|our…team/club/festival/school/event/conference/museum/orchestra/meetup…sponsor*/support/partner/donat*/logo/shirts|with company logos|with your logo|bring a tasting|tasting to your|free trial|per month…for your|connects our/connects with/connect our/plugs into/integrates with…sell/offer/together/market/partner*/list|wrote a plug-in|built a plug-in|
    website builder&offer/talk to|offer…domains inside|whom do I talk to|whom should I talk to|who do I talk to|who would I talk to|to whom should we…present/send our/propose/pitch|build a…together|joint…campaign/webinar/event/product/offer|case study together|commission for|commission per|commission rate*|pay bloggers|paid review|affiliate|invest in us|seed round|Series A|our data centre|our data center|MW free|colocation|our warehouse|our building…rent/lease/let|
    our start-up…pilot/partner/invest*/offer/show|proof of concept with you|pilot project|pilot with you|trial with your|memorandum of understanding|MoU|sister company…&cooperat*|trade mission|chamber of commerce|business delegation
    """,
    2: "yoga|lunchtime|would like to buy|minimum order|for your|your brand|matches your brand|together with|charity|reselling|resell|plug-in|our CRM|we wrote|we make|we made|we own|I own a|I teach|roast|bake|brew|scheme|tasting|data centre|data center|could we show|commission|bundle|shall I|shall we|may we|invite you|invitation",
    0: "a supplier and fear|our company harasses|our company's domain|our company domain|our company mail|our company site|our team of three uses|expect gifts|our domain|our site|our shop on|partner's account|delivered to my|business account|business plan|we are a customer|we are a small shop using|community forum|event log|log event",
}

ACCESSIBILITY = {
    3: """
    no audio|has no audio|makes me dizzy|makes me sick|makes me ill|gives me a headache|gives me migraines|no way to stop it|can't stop it|cannot pause|no pause button|not read out|isn't read out|aren't read out|reads out|boxes instead of letters|garbled|mojibake|English…page/version/site…boxes/Japanese/missing/broken/outdated/wrong/empty/still/machine|
    your…site/website/page/home page/form/company page/corporate site…on my phone/on a phone/too small/can't read/cannot read/overlap*/broken/not load/won't load/blank/dead/error/404/typo/zoom*|link…dead/broken/404/leads nowhere/goes nowhere&company/corporate/your site/your page/press/investor|contact form…won't/doesn't/fails/error/cannot/can't/rejects/times out/submit|inquiry form…won't/doesn't/fails/error/cannot/can't/rejects/times out/submit|the submit button|submit button|send button|
    picture puzzle|CAPTCHA|cannot tell…red/green/colour*/color*|can't tell…red/green/colour*/color*|red and green|colours apart|colors apart|my eyesight|poor eyesight|failing eyesight|my eyes|my hands shake|shaky hands|one hand|with one hand|my mother/my father/my grandmother/my grandfather…read/see/hear/blind/deaf/type|session times out before|times out before I|too little time|more time to fill|moving banner|moving image*|auto-playing|autoplay*|slideshow|pop-up…covers/close/keyboard|
    outdated address on your|map on your…page/site|typo on your|misspelt|misspelled&page/site|stylesheet…missing/load
    """,
    2: "dizzy|blind|audio|banner|eyesight|read out|aloud|boxes|home page|puzzle|error messages|overlap*|typo|English page|company page|phone screen",
    0: "your order form",
}

SPAM_ABUSE_REPORT = {
    3: """
    took my money|took our money|paid and never…received/got&IP/your company/hosted/belongs|its IP|the IP…yours/belongs/your|belongs to your company|belong to your company|belongs to you…&IP/address/server|never asked for&mail/newsletter*/letters/advert*/messages|never subscribed|didn't subscribe|did not subscribe|through your servers|via your servers|from your servers|from your server|from a server of yours|from one of your servers|off your network|an address of yours|addresses of yours|one of your addresses|address of yours|
    using your…president/name/brand/company/CEO/director/logo…mail/asked/message/called/sent/transfer/money/gift|in the name of&message/mail/SMS/password/wants/asks/text/letter|says it is from/saying it is from/says it's from/claims to be/pretends to be/signed as/looks like it is from/looks like it's from/looks as if it came from|wants my…card/password/bank/PIN|asks for my…card/password/bank/PIN|asks me to confirm…card/password/account|confirm my password on|trying passwords|guessing passwords|password guessing|knocking on our|flooding our|hitting our|
    asked our accountant|gift cards|transfer to an unknown|somebody pretending|someone pretending|someone is pretending|somebody is using your name|please shut it down|shut this site down|shut down this site|take this scam down|hosted scam|fraud…shop/site/store/page/hosted|web shop…vanished/fraud/never|look-alike site|lookalike site|copy of the login page|login page that imitates|imitat*…login/mail/site|unwanted…mail/adverts/newsletters/calls/messages|keep getting…adverts/newsletters/mail/spam/messages/offers|
    unsubscribe…ignored/does nothing/doesn't work/no effect|make it stop&newsletter*/mail/messages/adverts/spam|is this mail…real/genuine/from you|did you send|did this come from you|Is it from you|is that you&mail/message/SMS|thousands of…requests/connections/attempts/mails|every second…from/requests|crawling our|scraping our
    """,
    2: "newsletter*|never asked|using your|vanished|president's name|.ru page|trying passwords|logs below|log excerpt|passwords on our|weekend&logs|wants me to confirm|cheated|swindle*|bogus|dodgy|forged sender|card number|never had|no account with|not a customer|I have no",
    0: "spam folder|spam filter*|junk folder|spam box|marked as spam|in spam|as spam|into spam|go to spam|goes to spam|my own spam|anti-spam setting*|brute force protection|feels like a scam|this is a scam|what a scam|IP address of my server|my IP address",
}

VULNERABILITY_REPORT = {
    3: """
    of another person|another person's|another user's|other users|another user|another member's|another customer|other customers|somebody else's|someone else's|a stranger's…form/data/invoice*/name/account/order*/answers/details/records/files/application/panel/contract|I see/I saw/I could see/I can see/I can open/I can read/shows me/showed me…another/someone else*/somebody else*/other people*/stranger*|known hole|known bug in|tell privately|tell in private|report privately|report it privately|privately report|
    crafted link|crafted URL|crafted request|my JavaScript|runs JavaScript|run JavaScript|executes JavaScript|arbitrary JavaScript|victim's session|victim's browser|changing…number/ID/digit*/parameter…URL/address/link/request|change the number|by changing|just by editing the URL|readable backup|readable by anyone|readable without|open to anyone|open to everyone|open to the world|open to the internet|anyone can…read/see/open/download/take over/register/delete/access|without a password…open*/read/see/reach*/access*|
    can be taken over|could be taken over|take over a subdomain|unclaimed subdomain|subdomain…claim*/takeover/take over/unclaimed/points|report this safely|report it safely|whom may I tell|who can I tell&hole/flaw/leak/bug/exposed/security|whom can I tell|where to report&hole/flaw/leak/bug/exposed/security/weakness|reward for…bug*/report*/finding*|pay for bug reports|hall of fame|before I publish|before going public|until it is fixed|until you have fixed|passwords…plain text/unencrypted/clear|sends passwords|unencrypted|stack trace|debug mode|debug page|admin panel…public/exposed/open/reachable|
    internal files|source code is…visible/public/readable|secret key…visible/public/leaked/in your|credentials…in your…repository/JavaScript/page/source|outdated version…known|release with a known|token never expires|session stays…valid/alive
    """,
    2: "JavaScript|victim|safely|privately|exploit|folder|backup of the database|readable|reload|stays logged in|exposed|subdomain|injected|script|hole",
    0: "my backup|restore a backup|backup plan|support tells privately|security deposit|security software|social security|Securities|security group*|security code|security token for login",
}

RIGHTS_INFRINGEMENT = {
    3: """
    we are the owners|we own the rights|I own the rights|I hold the rights|we hold the…trademark/trade mark/rights/copyright/patent|our label|our album|our record label|my song|our songs|our music|writes lies|writing lies|lies about me|lies about our|lies about us|false things about|find out who it is|find out who…writes/wrote/posted/runs/is behind|who wrote it|who posted|identity of the…poster/author/writer/operator/uploader/person|never agreed&photo*/picture*/image*/name/text/video/use*|
    uses my/using my/use my/used my/uses our/using our/uses forty of my…photo*/picture*/image*/drawing*/logo/text*/name/design*/work/artwork/product photos/brand/video*|copied from my|taken from my…site/blog/shop/book|my…photo*/drawing*/artwork/novel/book/video*/design*/picture*…without/stolen/copied/sold/published/posted/uploaded/used by|sold by a stranger|by a stranger…&logo/design/drawing/photo/artwork/trademark|our logo is sold|our club's logo|fake goods|fake handbags|sells fakes|sells copies|selling copies|
    can be downloaded…site/page/server/machines&owner*/rights/label/publisher/our|want it gone|want it removed|want it taken down|must come down|please remove…page/post/site/picture*/photo*/article&my/our|pirate*…site/copy/copies/stream/film/book/manga|scans of our|scanlation*|our publishing house|on behalf of the…author/rights/photographer/artist/publisher|notice of infringement|cease and desist|name and address…posted/published/online/forum|posted my…address/photo*/picture*/name|nude*|naked
    """,
    2: "label|album|owners|trademark|lies|stranger|never agreed|forum that you host|hosted with you|on your machines|gone|product photos|novel|manga|song|music|photographer|artist",
    0: "permission denied|file permission*|remove my card|remove the domain|remove my account|removed from my cart|licence key|license key|remove a DNS record|author page|stock photo licence|permission to enter",
}

PERSONAL_DATA = {
    3: """
    date of birth wrong|birthday wrong|get it corrected&files/birth/name/address/record*/data|your files have my|your records have my|your records show…wrong/old/my|wrong…birthday/date of birth/name/address…files/records/database/file|forget everything|forget me|everything you know about me|know about me|store about me|stored about me|keep about me|held about me|hold about me|you still keep|still keep&data/information/account/about me|still hold&data/information|all data you…store/hold/keep/have|all the data you|
    what data…you/is/do you|which data…you/is/do you|copy of my…data/file/records/information|see all…data/information…me|privacy law|privacy act|Japanese privacy|under the law…data|my phone number…get/got/come/find/found|where did you get my|how did you get my|who gave you my|got hold of my|passed my…details/data/number/address/name…to|handed my…details/data|gave my…details/data/number…to|sold my…details/data/address|take me off|take my name off|strike my name|remove me from your…list/database/records/mailing|
    delete…data/details/profile/records/information/everything…&me/my/I|erase…data/details/profile/records/information/everything|destroy my…CV/résumé/resume/application/data|my late…husband/wife/father/mother/brother/son…mail/letters/data/name/records/list|my photograph on your…site/page&consent/remove/use|stop sending me letters|sales calls…stop/get/number|cold call*…number/stop/get|recordings of my
    """,
    2: "birth|birthday|corrected|wrong|my files|privacy|forget|profile|letters|late husband|off your list|data|know about",
    0: "database|data centre|data center|data import|data transfer|my data volume|data plan|data disk|data loss|lost data|lose my data|lost my data|restore my data|account data volume|data migration|migrate my data|back up my data|whois privacy|privacy protection option",
}

LAW_ENFORCEMENT = {
    3: """
    on behalf of the…ministry/court/police/prosecutor*/government/authority|letters of request|letter of request|ministry of…justice/interior/finance&request/letter*/records/serve/address|federal police|Garda|gendarmerie|Carabinieri|Guardia|BKA|NCA|Interpol|NPA|Taxation Bureau|tax bureau|taxation office|tax investigator|revenue…officer/inspector|payment records of|records of one of your customers|records of…customer/subscriber/user/account&police/court/tax/officer/bureau/investigat*/prosecutor/legal|
    formal request arrives|formal request…police/court/logs/records|keep*…logs…until/request/order|logs kept until|retain…logs…pending/until/request|registrant of…name/domain&police/unit/officer/court/investigat*/detective|unit here|I'm a detective|I am a detective|I'm a police|I am a police|I am an officer|I'm an officer|police force|police department|police station|crime unit|court clerk|clerk of the|public prosecutor|examining magistrate|district attorney|court-appointed|insolvency administrator|liquidator|
    freeze*…account/assets…order|where is it to be served|be served|to serve|serve…order/documents/papers/subpoena/notice/writ|writ|affidavit|deposition|evidence preservation|fire brigade|fire department…investigat*/cause|coast guard|immigration…bureau/office/officer
    """,
    2: "officer|unit|bureau|prosecut*|statutory|jurisdiction|official|government|registrant|formal request|judicial",
    0: "police me|told the police|went to the police|police report number for my refund|order number|order confirmation|court of public|authority score|certificate authority|certification authority|preserve my settings|in order to|legal contact in whois|order for",
}

WHISTLEBLOWING = {
    3: """
    my name to come up|my name mentioned|my name to be|keep me out|keep this between|keep my identity|don't reveal my|do not reveal my|don't tell my|do not tell my|please don't tell|without my name|without giving a name|I'd rather not say who|I would rather not say who|afraid of losing|fear for my…job/contract/position|fear losing|could lose my job|cost me my job|lets suppliers|let suppliers|suppliers pay|supplier* pay|takes money from|takes gifts|takes cash|accepts gifts|accepted gifts|expect gifts|expects gifts|demand gifts|gifts before|asks for cash|
    make us lie/made us lie/makes us lie/make us say/make us tell/make us sign/made us sign/make us work/makes us work/force us to/forces us to/asked us to lie/asks us to lie/told to say/instructed to|lie about the|we clock out|clock out and|off the clock|unpaid hours|hours that are not paid|working hours…altered/changed/edited/falsified|time sheets…altered/changed/edited/falsified|director in my|in my department|in our department|head of my|my team leader|my team lead|our team leader|our shop manager|
    employed by the|I'm employed by|I am employed by|I work for the…call centre/call center/agency/contractor/supplier/shop/company…that/which/answers/sells&lie/fake/false/hide/cheat/told/pressur*/quota/illegal|I work in one of your|I work at one of your|I work inside|inside your company|inside the company|insider|a colleague of mine|cheats customers|cheat customers|cheating customers|elderly…sign/mislead/pressure/trick/sell&we/us/boss/manager/told/work|counting sales twice|booked twice|bookings are false|numbers are made up|made-up numbers|books are|
    holidays&suppliers|bill* for work…never/not done|charges for work never|invoices for work never|dumping waste|safety tests…skip*/fak*/forged|test results…fak*/forged/made up|personal purchases…company/expense*|company card…personal/private/holiday*
    """,
    2: "department|suppliers|gifts|lie|clock out|my manager|employed|call centre|call center|quietly|fear|director|colleague|made up|privately|expenses|cheat*",
    0: "don't tell my data|my department's domain|our compliance needs|in my department's|account manager|tag manager|file manager|package manager|manager app|Minecraft manager|password manager|task manager|secrets manager|domain manager",
}

POLICY = {
    3: """
    your statement about…customer*/harass*/behaviour/behavior/conduct|count as harassment|counts as harassment|be harassment|considered harassment|regarded as harassment|treated as harassment|harassment…cover*/include*/apply/appl*/definition/define*/mean/page/statement/approach/clause|policy…cover*/apply/applies/include*/mean*/review*&customer*/harass*/complain*/abus*|legitimate complaint*|honest complaint*|raise my voice|raising my voice|raised my voice|rude customers|your position on…customer*/harass*/abus*
    """,
    2: "harassment|customer behaviour|customer behavior|statement|raising my voice",
    0: "sexual harassment|power harassment|privacy policy|cancellation policy|refund policy|dividend policy|disclosure policy|work policy|policy number",
}

ENGLISH_PHRASES = {
    "ir": IR,
    "press": PRESS,
    "recruiting": RECRUITING,
    "partnership": PARTNERSHIP,
    "accessibility": ACCESSIBILITY,
    "spam-abuse-report": SPAM_ABUSE_REPORT,
    "vulnerability-report": VULNERABILITY_REPORT,
    "rights-infringement": RIGHTS_INFRINGEMENT,
    "personal-data": PERSONAL_DATA,
    "law-enforcement": LAW_ENFORCEMENT,
    "whistleblowing": WHISTLEBLOWING,
    "policy": POLICY,
}
