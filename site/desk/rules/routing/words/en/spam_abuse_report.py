"""What people write in English to the desk for spam and abuse; `words` says how to read the lists."""

CUES = {
    6: """
    <pretend>…@|@…imperson*/imitat*|<stranger>…@…took my money/never sent/fake*/scam*/imitat*/phish*/bank's|
    @…imitat*/phish*/took my money/scanning/hammering/attacking|<sent>…@&<bogus>|@…<sent>…<bogus>|address in…@|
    @…range…scan*/attack*/spam*/hammer*|never sent…shoes/goods/order/parcel&shut it down/take it down/took my money
    """,
    3: """
    owes her|owes me|owes him|a prize|sounds like a trick|asks people for&password/card/PIN|kindly remove it|
    asks for…Netflix/bank/card|caller said|said he was from|said she was from|line would be cut|scrap*…every minute/
    our shop/our site|bot…scrap*/hammer*/every minute|stop whoever|gift cards|don't own a domain|I don't own|
    took my money|never sent the|shut it down|take it offline|scanning our|scanning my|hammering|claiming to be|
    pretending to be|wanted my PIN|asks for a deposit|asked for my card|letterhead|is it real|is it genuine|
    imitates our|imitates my|phishing kit|address space|I didn't pay|fake renewal|sign-in page yours|
    a mail with your logo|phishing|phish|phished|spoof*|spam from|spam mail*|spam e-mail*|spam emails|spamming|
    spammer*|spam report|report spam|spam run|junk mail from|unsolicited|scam|scams|scammer*|scam site|
    fraudulent site|fraudulent e-mail|fraudulent email|fraudulent website|fake site|fake website|fake e-mail|
    fake email|fake mail|fake invoice|fake login|fake shop|fake store|fake web shop|pretend* to be|pretending to|
    claim* to be from|claims to come from|purport*|impersonat*|in your name|posing as|brute force|brute-force|
    bruteforce|DDoS|denial of service|port scan*|attack from|attacks from|attacking our|attacks on our|
    attacked from|attacker|abuse report|abuse desk|abuse contact|abuse team|abuse@|malware|ransomware|botnet*|
    command and control|C2 server|trojan|virus from|infected|hammering our|login attempts|failed logins|
    from your network|from your range|from your IP|IP in your range|IP addresses of yours|your IP range|
    in your range|address in your|your address space|is this e-mail genuine|is this email genuine|genuinely from|
    really from you|really yours|legitimate e-mail|is this real|child abuse material|CSAM|illegal drugs|
    counterfeit pills|pill advert*|harvest* password*|credential harvest*|smishing|suspicious e-mail|
    suspicious email|suspicious mail|suspicious message*|suspicious text|suspicious SMS|open relay|
    credential stuffing|crypto scam|romance scam|tech support scam|hosting a scam|comment spam|crawler|scraper|
    bot traffic|says he is|says she is|says they are…staff/support/from|is…staff and wants|wants my seed|
    seed phrase|Telegram|WhatsApp|on Discord…staff/support/pretend*/claims|mails pill|mails adverts|sends adverts|
    sends spam|your machine…mails/attacks/sends/scans|your host…attack*/scan*/send*|stop it please&mail/adverts/
    attack*/scan*|calls me every day|called me…claim*/pretend*/said he was|a man called|a caller|caller…claims/says/
    pretend*|phone call…your name/claim*/pretend*|wire money|bitcoin ransom|sextortion|blackmail…mail/e-mail|
    sent money to|lost money to|website on your servers|site on your servers|on your servers…fraud/scam/money/fake/
    phish*/malware|romance|romance fraud|close it…scam/fraud/money|a text claims|message claims|mail claims|
    claims to be|pay…for a parcel|pay 300 yen|never bought|never ordered|never had a…account/domain/contract|
    have no account|don't have an account|do not have an account|I'm not a customer|I am not a customer…mail/
    message/invoice/text|weird mail|strange mail|strange e-mail|strange email|odd mail|odd e-mail|weird e-mail|
    fishy|hosts a…scam/phish*/fraud*/fake/malware|hosting…phish*/malware/scam/fraud*|hosted on your…network/
    servers…scam/phish*/fraud*/malware|compromised…host/server/site/machine/account&your|mail flood|mail bomb|
    harassing mails|SSH…brute/attempts from|attempts from…IP/address/range/network|connections from your|
    requests from your|your customer…spam*/attack*/scam*|took our money|paid and never…received/got&IP/your company/
    hosted/belongs|its IP|the IP…yours/belongs/your|belongs to your company|belong to your company|
    belongs to you&IP/address/server|never asked for&mail/newsletter*/letters/advert*/messages|never subscribed|
    didn't subscribe|did not subscribe|through your servers|via your servers|from your servers|from your server|
    from a server of yours|from one of your servers|off your network|an address of yours|addresses of yours|
    one of your addresses|address of yours|using your…president/name/brand/company/CEO/director/logo…mail/asked/
    message/called/sent/transfer/money/gift|in the name of&message/mail/SMS/password/wants/asks/text/letter|
    says it is from/saying it is from/says it's from/claims to be/pretends to be/signed as/looks like it is from/
    looks like it's from/looks as if it came from|wants my…card/password/bank/PIN|asks for my…card/password/bank/
    PIN|asks me to confirm…card/password/account|confirm my password on|trying passwords|guessing passwords|
    password guessing|knocking on our|flooding our|hitting our|asked our accountant|transfer to an unknown|
    somebody pretending|someone pretending|someone is pretending|somebody is using your name|please shut it down|
    shut this site down|shut down this site|take this scam down|hosted scam|fraud…shop/site/store/page/hosted|
    web shop…vanished/fraud/never|look-alike site|lookalike site|copy of the login page|login page that imitates|
    imitat*…login/mail/site|unwanted…mail/adverts/newsletters/calls/messages|keep getting…adverts/newsletters/mail/
    spam/messages/offers|unsubscribe…ignored/does nothing/doesn't work/no effect|make it stop&newsletter*/mail/
    messages/adverts/spam|is this mail…real/genuine/from you|did you send|did this come from you|Is it from you|
    is that you&mail/message/SMS|thousands of…requests/connections/attempts/mails|every second…from/requests|
    crawling our|scraping our
    """,
    2: """
    spam|junk|abuse|suspicious|fraud*|fake|headers|Received header|full headers|IP address|unsubscribe|
    did not sign up|never signed up|attachment|clicked|card number|card details|SMS|text message|genuine|attack*|
    logs attached|hacked|bot|sender|bulk mail|adverts|blacklist*|blocklist*|newsletter*|never asked|using your|
    vanished|president's name|.ru page|trying passwords|logs below|log excerpt|passwords on our|weekend&logs|
    wants me to confirm|cheated|swindle*|bogus|dodgy|forged sender|never had|no account with|not a customer|
    I have no
    """,
    1: """
    mail|e-mail|email|network|server|message*|report|log|stop|host|link|password
    """,
    0: """
    failed logins|spam folder|spam filter*|junk folder|spam box|marked as spam|in spam|as spam|into spam|go to spam|
    goes to spam|my own spam|anti-spam setting*|brute force protection|feels like a scam|this is a scam|what a scam|
    IP address of my server|my IP address
    """,
}
