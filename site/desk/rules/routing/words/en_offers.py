"""English cues of people who offer something, and of customers who ask for support; see `ja` for the weights."""

PARTNERSHIP = {
    3: """
    partnership*|partnering|partner with|business partner*|become a partner|strategic alliance|alliance*|joint venture|joint project|joint research|collaborat*|co-brand*|cobrand*|co-market*|sponsor|sponsors|sponsorship|event sponsor*|proposal|propose a|we propose|would like to propose|business proposal|reseller*|resell|
    distributor|distribution agreement|distributorship|white label|white-label|OEM|affiliate network|affiliate programme|affiliate program|media alliance*|referral programme|referral program|advertis* on|advertising space|ad space|banner space|media plan|keynote|guest speaker|speaker for|speak at our|exhibit*|booth|
    trade show|conference places|outsourc*|offshore development|staffing agency|recruitment agency|headhunt*|recruitment platform|applicant tracking|our product|our products|our platform to|our services to|our solution|our company offers|we offer|we supply|we provide|we manufacture|we produce|we make|we sell|we run a|we run an|we are a|we are an|
    we build|we develop|we design|we specialise|we specialize|our catalogue|our catalog|send a catalogue|send you a catalogue|send samples|free samples|samples are|sample of our|product samples|brochure|free trial for your|for your staff|for your employees|for your office|your offices|for your lobby|for your reception|for your canteen|for your break room|
    for your company|for your team|your employees|your staff would|your procurement|purchasing department|procurement|vendor registration|supplier registration|become a supplier|become your supplier|as a supplier|acquire your|sell you|sell us|wish to sell|license our|licence our|licensing deal|license agreement|
    invest in our|raise capital|funding round|pitch deck|our startup|our start-up|demo for you|schedule a demo|book a demo|short call|introductory call|a quick call|link exchange|guest post|backlink*|SEO services|buy the domain|purchase the domain you own|charity|donat*|fundrais*|our festival|our tournament|hackathon|naming rights|
    promotional items|branded merchandise|corporate gifts|gift baskets|bulk order*|volume discount for|integrate with your|integration with your|integrate our
    """,
    2: "offer|offering|supply|supplier|vendor|catalogue|catalog|samples|sample|wholesale|manufactur*|our studio|our agency|our firm|our company|our start|our team of|curate*|caterer|catering|cater|bakery|roaster*|coffee|florist|flowers|plants|artwork|paintings|mural|cleaning|yoga|massage|music for|training courses|workshop*|translation agency|partner|promote|promotion|discount|deal|cooperat*|co-operat*|event|organis*|organiz*|community|meetup|who decides|who handles|who is in charge|meeting with|introduce ourselves|if you care to|we would be happy to|we would like to|we'd like to|we'd love to|would you be interested|are you interested|interested in|pencils|tote bags|mugs|lanyards|uniforms|chairs|desks|furniture|outreach|alliances|bloggers|influencer*",
    1: "business|office*|lobby|reception|employees|staff|engraved|printed|logo|hundred|thousand|delivered|per head|demo|opportunit*|company|conference|gold|festival|decide",
}

SUPPORT = {
    3: """
    cancel my|cancel the contract|cancellation|log in|login|logged out|reset my password|password reset|forgot my password|forgot which|renew|renewal|auto-renew*|transfer my domain|transfer the domain|transfer a domain|auth code|name servers|nameservers|nameserver|DNS records|MX record*|DKIM|SPF|DNSSEC|DS record|SSL certificate|TLS certificate|
    Let's Encrypt|WordPress|FTP|SSH|refund|charged twice|double charge*|my invoice|my bill|billing|invoice for|upgrade my plan|change my plan|plan change|my server|my site|my website is|my order|my account|my router|router|connection drops|cashback|cash back|activation|how do I|how can I|doesn't work|does not work|not working|
    stopped working|error message|withdraw*|deposit|my parcel|my balance|suspended|expired|expires|downtime|restore|backup|migrat*|two-factor|2FA|verification e-mail|verification email|verification code|payment method|my card|card is rejected|rejected
    """,
    2: "account|password|renew*|cancel*|plan|server|domain|error|slow|down|timeout*|connect*|install*|upgrade|downgrade|invoice|payment|contract|support|subscription|panel|settings|configure*|my|stuck|fails|failing|failed",
    1: "help|mail|site|how|please",
}
