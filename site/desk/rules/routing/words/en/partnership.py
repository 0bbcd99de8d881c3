"""What people write in English to the desk for partnerships and offers; `words` says how to read the lists."""

CUES = {
    6: """
    @…commission/affiliate*/resell*/bundle*/negotiat*/partner*&<we>/bundle/commission|bundle…@|bundle it with…@|
    <we>&bundle/commission/joint/co-brand*/integrat*&@
    """,
    3: """
    we'd love to put|vending machine*|sponsor our|on your tenth floor|coding night|kindly sponsor|your name on the|
    who arranges such|who arranges that|equip…floors|at half price|teach with…@|what commission|who negotiates|
    that sort of deal|such deals|bundle*…with|chip in|on the bib|charity run|might it suit|falls empty|floor near|
    suit you|sing…in your/carols|for a small fee|tasting box|whoever buys|drop off|talk about reselling|
    reselling what|gladly make|would gladly|send a quote|may we send|would your company like|sell the prints|
    for your entrance hall|samples:|our choir|our orchestra|perform in your|partnership*|partnering|partner with|
    business partner*|become a partner|strategic alliance|alliance*|joint venture|joint project|joint research|
    collaborat*|co-brand*|cobrand*|co-market*|sponsor|sponsors|sponsorship|event sponsor*|proposal|propose a|
    we propose|would like to propose|business proposal|reseller*|resell|distributor|distribution agreement|
    distributorship|white label|white-label|OEM|affiliate network|affiliate programme|affiliate program|
    media alliance*|referral programme|referral program|advertis* on|advertising space|ad space|banner space|
    media plan|keynote|guest speaker|speaker for|speak at our|exhibit*|booth|trade show|conference places|outsourc*|
    offshore development|staffing agency|recruitment agency|headhunt*|recruitment platform|applicant tracking|
    our product|our products|our platform to|our services to|our solution|our company offers|we offer|we supply|
    we provide|we manufacture|we produce|we make|we sell|we run a|we run an|we are a|we are an|we build|we develop|
    we design|we specialise|we specialize|our catalogue|our catalog|send a catalogue|send you a catalogue|
    send samples|free samples|samples are|sample of our|product samples|brochure|free trial for your|for your staff|
    for your employees|for your office|your offices|for your lobby|for your reception|for your canteen|
    for your break room|for your company|for your team|your employees|your staff would|your procurement|
    purchasing department|procurement|vendor registration|supplier registration|become a supplier|
    become your supplier|as a supplier|acquire your|sell you|sell us|wish to sell|license our|licence our|
    licensing deal|license agreement|invest in our|raise capital|funding round|pitch deck|our startup|our start-up|
    demo for you|schedule a demo|book a demo|short call|introductory call|a quick call|link exchange|guest post|
    backlink*|SEO services|buy the domain|purchase the domain you own|charity|donat*|fundrais*|our festival|
    our tournament|hackathon|naming rights|promotional items|branded merchandise|corporate gifts|gift baskets|
    bulk order*|volume discount for|integrate with your|integration with your|integrate our|buy a spot|ad spot|
    spot in our|our podcast…ads/sponsor/spot/advert*|listeners a week|pay for the stage|needs a company|
    needs a sponsor|need a company to|could that be you|spring fair|town's…fair/festival/run/stage|village fair|
    second-hand…chairs/desks/servers…sell/offer/give|offer you…price/discount/chairs/desks/space/service|
    our developers…hire/rent/outsourc*/available|team of developers|dedicated team|extend your team|your next event|
    play at your|perform at your|perform for your|our band|stand-up|magician|photo booth|venue for your|our venue|
    our hotel|our restaurant|our farm|our brewery|our bakery|our workshop|our cafe|gave a talk|give a talk|
    give a lecture|gave a lecture|give a speech|one of your engineers…talk/speak/lecture/visit|would be thrilled|
    office plants|first month…free/nothing|costs nothing|free of charge…for your/month/trial|handles affiliates|
    handle affiliates|affiliates|affiliate…link/deal/manager/account|compares registrars|compares hosting|
    comparison site|I run a site…compar*/review*/affiliate/partner|stretch canvas|canvas prints|may I show you|
    may we show you|show you samples|show you our|look after…office*/plants/aquarium/gardens|we look after|
    quote for your office*|serve your…office/company/staff|corporate discount for your|lunch for your|team-building|
    team building|escape room|invite you to…speak/exhibit/sponsor/join/attend/judge|judge at our|jury|
    mentor…students/startups|our students…visit/talk/mentor|research collaboration|joint study|academic partnership|
    our professor|our lab&collaborat*/joint/partner*/research project|become your…agent/distributor/supplier/
    partner|agent for you|represent you in|represent your…brand/products/services|distribute your|localise your|
    localize your|translate your|we translate|we localise|we localize|could come to your|come to your…office/
    building/company|visit your office…to/and…show/present/introduce/demonstrate|I teach/we teach/I run/I own/
    we own/I make/we roast/we bake/we grow/we brew/we print/we rent/we lease/we import/we export/we distribute/
    we train/we host/we organis*/we organiz*/we curate/we install/we wash/we repair/we paint/we publish…your office/
    your company/your building/your staff/your employees/your people/your team/your brand/your lobby/your canteen/
    with you/to you/would you/may we/could we/shall I/shall we/interested/could I/sample/tasting|
    would you like to buy|would you like to purchase|like to buy it|interested in buying|interested in acquiring|
    sell it together|together with you|sell together|to resell|reseller|partner scheme|partner programme|
    partner program|partner status|to my clients|to our clients|to our customers&offer/sell/resell/bundle/integrat*|
    minimum order|shall I mail you|shall we send|may I send you|may we send you|can I send you|could we show|
    could we present|show it to your|present it to|support a charity|looking for…companies/sponsors/partners/
    a sponsor/supporters/a partner/corporate/exhibitors…support/sponsor/join/donate/event/festival/run/race/match/
    team|our…team/club/festival/school/event/conference/museum/orchestra/meetup…sponsor*/support/partner/donat*/
    logo/shirts|with company logos|with your logo|bring a tasting|tasting to your|free trial|per month…for your|
    connects our/connects with/connect our/plugs into/integrates with…sell/offer/together/market/partner*/list|
    wrote a plug-in|built a plug-in|website builder&offer/talk to|offer…domains inside|whom do I talk to|
    whom should I talk to|who do I talk to|who would I talk to|to whom should we…present/send our/propose/pitch|
    build a…together|joint…campaign/webinar/event/product/offer|case study together|commission for|commission per|
    commission rate*|pay bloggers|paid review|affiliate|invest in us|seed round|Series A|our data centre|
    our data center|MW free|colocation|our warehouse|our building…rent/lease/let|our start-up…pilot/partner/invest*/
    offer/show|proof of concept with you|pilot project|pilot with you|trial with your|memorandum of understanding|
    MoU|sister company&cooperat*|trade mission|chamber of commerce|business delegation
    """,
    2: """
    offer|offering|supply|supplier|vendor|catalogue|catalog|samples|sample|wholesale|manufactur*|our studio|
    our agency|our firm|our company|our start|our team of|curate*|caterer|catering|cater|bakery|roaster*|coffee|
    florist|flowers|plants|artwork|paintings|mural|cleaning|yoga|massage|music for|training courses|workshop*|
    translation agency|partner|promote|promotion|discount|deal|cooperat*|co-operat*|event|community|meetup|
    who decides|who handles|who is in charge|meeting with|introduce ourselves|if you care to|we would be happy to|
    we would like to|we'd like to|we'd love to|would you be interested|are you interested|interested in|pencils|
    tote bags|mugs|lanyards|uniforms|chairs|desks|furniture|outreach|alliances|bloggers|influencer*|thrilled|
    costs nothing|affiliates|first month|our university|talk in|prints for offices|stretch|I run a site|lunchtime|
    would like to buy|minimum order|for your|your brand|matches your brand|together with|charity|reselling|resell|
    plug-in|our CRM|we wrote|we make|we made|we own|I own a|I teach|roast|bake|brew|scheme|tasting|data centre|
    data center|could we show|commission|bundle|shall I|shall we|may we|invite you|invitation
    """,
    1: """
    business|office*|lobby|reception|employees|staff|engraved|printed|logo|hundred|thousand|delivered|per head|demo|
    opportunit*|company|conference|gold|festival|decide
    """,
    0: """
    famous painter|by a famous|a supplier and fear|our company harasses|our company's domain|our company domain|
    our company mail|our company site|our team of three uses|expect gifts|our domain|our site|our shop on|
    partner's account|delivered to my|business account|business plan|we are a customer|we are a small shop using|
    community forum|event log|log event|office open|office closed|office hours|lobby exhibition
    """,
}
