"""English choices that several lists compose their cues of; `words` says how to read them."""

SETS = {
    "figure": """
    revenue/turnover/sales/profit*/margin*/earnings/growth/economics/market share/churn/ARPU/customer base/
    subscriber*/headcount/valuation/goodwill/capex/business
    """,
    "reported": """
    filing*/slides/quarter*/Q1/Q2/Q3/Q4/fiscal/forecast/outlook/guidance/segment*/annual/shares/shareholder*/
    investor*/analyst*/coverage/fund/clients/vote/AGM/board/disclos*/spun off/spin-off/divest*/listed
    """,
    "workplace": """
    team/job/post/role/position/opening/vacancy/engineer*/developer*/help desk/support desk/department/office/unit/
    call centre/call center/internship
    """,
    "work": """
    work/join/apply/applied/application/hiring/hire/students/interns/summer/interview/evenings/hours/salary/wage/
    on staff/candidate/CV/résumé/resume/graduate*/experience/Japanese/visa/open to
    """,
    "newcomer": """
    retraining/career break/career change/graduat*/my studies/final year/second year/third year/bootcamp/unemployed/
    between jobs/returning to work/self-taught/no degree/over fifty/my son/my daughter/my student*
    """,
    "applying": """
    read my/my papers/apply/consider me/take me/take on/give me a chance/hire/coding test/aptitude/entrance/
    my documents/trainee/placement/intern*/interview
    """,
    "pretend": """
    pretend*/claim*/imperson*/pos* as/poses as/posing as/in the name of/in your name/fake*/phon*y/bogus/spoof*/
    imitat*/look like/looks like/mimic*/scam*/fraudulent
    """,
    "sent": """
    mail/mails/email/emails/text/texts/SMS/letter*/call/called/phoned/message/messages/notice/invoice/page/site/ad/
    advert*/app/fax
    """,
    "bogus": """
    gift card*/not mine/don't own/do not own/I have no/never had/not a customer/scam*/phish*/suspicious/fake/my PIN/
    fraud*/wrong address/strange address/didn't pay/did not pay/is it real/is this real/genuine/my card number/
    closed it
    """,
    "stranger": """
    someone/somebody/a shop/a site/a blog/a page/a website/a domain/a seller/a stranger/a competitor/a rival/
    an account/a server/a user/another company/a man/a woman/a customer of/some person/an address/a machine/a box
    """,
    "mine": "my/our/my daughter's/my son's/my wife's/my husband's/my client's/my child's",
    "piece": """
    photo*/picture*/drawing*/novel/book/cookbook/recipe*/song*/film*/video*/design*/logo/mark/brand/trademark/name/
    text/article*/artwork/illustration*/pattern*/poem*/thesis/face/painting*/map*
    """,
    "taken": """
    copi*/sells/selling/sold/uses/using/stolen/steal*/offers/offering/posted/uploaded/publish*/streams/fakes/
    without/never allowed/never agreed/gave nobody/pirat*/reprint*/infring*/download*
    """,
    "others": """
    other people's/other customers/other users/another customer/another user/another person/someone else/
    somebody else/a stranger's/strangers'/other members/another company's
    """,
    "record": """
    invoice*/ticket*/order*/account*/data/records/name*/address*/file*/mails/details/message*/bills/domain*/photos/
    receipt*
    """,
    "hole": """
    database error/in the clear/plain text/clear text/table names/stays valid/still valid/works again/unencrypted/
    without a password/without logging in/without signing in/nobody owns/could have claimed/could claim/bypass*/
    skip the password/by changing/changing a number/guess*/guessable/list folders/neighbour's/executes/
    gets executed/runs in/overwrite
    """,
    "tell": """
    who should know/to whom/whom do I/who do I tell/where do I send/where should I/how do you want/report/details/
    told nobody/disclose/explain/security team/let you know/safely/share steps/in private/I stopped/contact
    """,
    "hold": """
    still know/know about/still keep/still hold/still have/still store/files you keep/you keep/you hold/erase/
    delete/gone/correct/copy of/confirm in writing/get rid/destroy/list which/which firms/got my address/
    where did you get/why do you have/where you got
    """,
    "person": """
    about me/my name/my number/my phone/my address/year of birth/date of birth/me/my details/I left/I closed
    """,
    "office": """
    police/prosecutor*/detective*/court/coroner*/public defender/tax authority/tax office/customs/sheriff/
    counsel for/attorney general/ministry/regulator/investigator*/marshal/bailiff/inspector/law firm/solicitors/
    barrister/lawyer for/trading standards/law enforcement/notary/Interpol/Europol/county court/embassy/consulate/
    ombudsman
    """,
    "ask": """
    serve/order/warrant/subpoena/records/logs/preserv*/disclos*/registrant/identity of/legal contact/notice/
    evidence/trial/kept/produce/request*/certified copy/write to/payer/holder/accepts it
    """,
    "boss": """
    my boss/my manager/my team lead/our team lead/our manager/our boss/the manager/my supervisor/head office/we are/
    we're/they
    """,
    "ordered": """
    makes us/made us/make us/told to/tells us/told us/asked to/ordered/forces/force us/have to say/pressure*
    """,
    "insider": """
    I work/one of your suppliers/the agency/the firm that/I'm one of them/my colleague*/contractor/subcontractor/
    temp/call centre/call center/our shop/shop where I sell/shop where I work/your department/your IT/your sales/
    I'm employed/former employee/at the agency
    """,
    "hide": """
    unnamed/my name/anonymous*/keep me out/don't name/do not name/nameless/confidential*/identity/can't sign/
    cannot sign/out of it/be known/name me/losing my post/losing my job
    """,
    "wrong": """
    isn't true/aren't/not true/lie/lying/false*/fake/backdat*/below the legal/unpaid/illegal*/cheat*/hide/hidden/
    bonus/bribe*/without asking/without telling/free trips/gifts/from a supplier/never happened/mislead*/inflate*/
    forge*
    """,
    "conduct": """
    rude/abusive/angry customer*/shout*/raise* my voice/harass*/abuse of staff/insult* staff/about staff/conduct/
    unreasonable/difficult customer*/aggressive
    """,
    "statement": """
    draw the line/line between/who decides/appeal/stop serving/refuse/decline to/statement/policy/notice/approach/
    counts as/count as/considered/what happens/apply to/guideline*
    """,
    "publication": """
    radio/television/TV/podcast/newspaper/magazine/weekly/daily/monthly/quarterly/schoolbook/textbook/book on/
    listeners/readers/viewers/programme/breakfast show/a piece/an article/a story/feature/journalist/reporter/
    trade paper/travel show/blog post/newsletter/data centres for/cover
    """,
    "favour": """
    talk to/explain/comment/print/quote/show the/interview/film/use the/permission/before Friday/before Thursday/
    your side/confirm/respond/say/guest
    """,
    "corporate page": """
    chart of services/list of services/services page/your site/your website/your form/this form/this site/this page/
    your page/news page/company page/your menu/English page/corporate site/your news/home page/your chart
    """,
    "unable": """
    can't/cannot/unable/nonsense/look alike/looks alike/logs me out/before I've/before I have/too fast/too small/
    too pale/skips/not read/reads/trap/stuck/dizzy/headache/invisible/lost
    """,
    "impaired": """
    reader/head pointer/keyboard/mouse/colour*/color*/red and green/deaf/blind/one hand/tremor/zoom/contrast/eyes/
    eyesight/disab*/captions/dyslexi*/my hands/stroke/switch/voice/menus/dark
    """,
    "deal": """
    bundle*/resell*/commission*/affiliate*/referral*/partner*/sponsor*/advert*/co-brand*/white-label/white label/
    licens*/integrat*/distribut*/negotiat*/promot*/media kit/joint/wholesale/collaborat*/programme/each sign-up/
    per sign-up
    """,
    "we": """
    we publish/we run/we make/we own/we are a/we're a/our readers/our bloggers/our plugin/our network/
    our shop builder/our firm/our agency/my agency/our product/our platform/our app/I run a/our company
    """,
    "thanks": "thank*/grateful/helped/kind/amused/lovely/smile/congratulat*/well done/enjoyed",
    "curious": """
    mascot/name come from/named after/plush/poster/exhibition/talk/workshop/village/school project/origin of
    """,
    "own": "my/our",
    "thing": """
    site/domain/domains/server/servers/blog/shop/page/mail/database/account/card/router/order/balance/login/panel/
    contract/plan/password/uploads/website/instance/VPS/certificate/app/wallet/dashboard/lab's job/job board/
    photo blog/invoice/bill/subscription/renewal/line/box/machine/name
    """,
    "fault": """
    fails/failed/failing/broken/down/error*/throws/won't/doesn't/can't/cannot/stopped/suspended/missing/disappear*/
    vanish*/blank/slow/stuck/dead/rejected/rejects/declined/expired/unreachable/shows/killed/locked/refused/returns
    """,
    "trouble": """
    won't/doesn't work/does not work/can't sign/cannot sign/can't log/cannot log/can't get in/never came/
    never arrived/keeps log*/keeps say*/keeps ask*/keeps bill*/keeps charg*/prints the wrong/bounces/over quota/
    is down/goes down/is slow/was fast/fails/failed/fail/error/stopped/suspended/rejects/rejected/declined/expired/
    not load/doesn't load/blank page/stuck/locked out/logged out/greyed out/is grey/missing/lost access/charged/
    overcharg*/double/revoked/returns/gives 409/gives 401/throws/resets/disk is full/is full/infected/read-only/
    under review/times out/timeout
    """,
    "wish": """
    cancel/renew/transfer/restore/upgrade/downgrade/change the/change my/change our/update the/update my/move my/
    move the/download/withdraw/delete my/delete our/reset/unlock/add another/point a/point my/set up/install/refund/
    pay from/pay with/close my account/close our account/clear the cache/rent/waive/monthly fee/turn that on/
    turn on/turn off/keep the WHOIS/any snapshot/shrank/ID check/where do I change/the template
    """,
    "school": """
    pupils/school children/schoolchildren/my class/our class/primary school/junior high/school trip/grade class/
    teacher at
    """,
    "visit": "visit/tour/field trip/see your office/look around/come and see",
}
