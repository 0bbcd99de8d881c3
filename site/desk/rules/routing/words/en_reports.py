"""English cues of the desks that take reports and requests of law; see `ja` for what the weights mean."""

SPAM_ABUSE_REPORT = {
    3: """
    phishing|phish|phished|spoof*|spam from|spam mail*|spam e-mail*|spam emails|spamming|spammer*|spam report|report spam|spam run|junk mail from|unsolicited|scam|scams|scammer*|scam site|fraudulent site|fraudulent e-mail|fraudulent email|fraudulent website|fake site|fake website|fake e-mail|fake email|fake mail|fake invoice|
    fake login|fake shop|fake store|fake web shop|pretend* to be|pretending to|claim* to be from|claims to come from|claiming to be|purport*|impersonat*|in your name|posing as|brute force|brute-force|bruteforce|DDoS|denial of service|port scan*|scanning our|attack from|attacks from|attacking our|attacks on our|
    attacked from|attacker|abuse report|abuse desk|abuse contact|abuse team|abuse@|malware|ransomware|botnet*|command and control|C2 server|trojan|virus from|infected|hammering our|login attempts|failed logins|from your network|from your range|from your IP|IP in your range|IP addresses of yours|
    your IP range|in your range|address in your|your address space|is this e-mail genuine|is this email genuine|is it genuine|genuinely from|really from you|really yours|legitimate e-mail|is this real|child abuse material|CSAM|illegal drugs|counterfeit pills|pill advert*|harvest* password*|credential harvest*|smishing|
    suspicious e-mail|suspicious email|suspicious mail|suspicious message*|suspicious text|suspicious SMS|open relay|credential stuffing|crypto scam|romance scam|tech support scam|hosting a scam|comment spam|crawler|scraper|bot traffic
    """,
    2: "spam|junk|abuse|suspicious|fraud*|fake|headers|Received header|full headers|IP address|unsubscribe|did not sign up|never signed up|attachment|clicked|card number|card details|SMS|text message|genuine|attack*|logs attached|hacked|bot|sender|bulk mail|adverts|blacklist*|blocklist*",
    1: "mail|e-mail|email|network|server|message*|report|log|stop|host|link|password",
}

VULNERABILITY_REPORT = {
    3: """
    vulnerabilit*|vulnerable|XSS|cross-site|SQL injection|SQLi|injection|open redirect|bug bounty|bounty|security.txt|PGP key|PGP|GPG key|responsible disclosure|coordinated disclosure|disclosure policy|disclosure programme|vulnerability disclosure|proof of concept|proof-of-concept|PoC|CVE|IDOR|CSRF|SSRF|RCE|remote code|
    subdomain takeover|dangling|dangling DNS|dangling CNAME|security researcher|security research|security flaw*|security hole*|security issue*|security bug|security problem*|security contact|security weakness|security team|security gap|penetration test*|pentest*|exploit*|directory listing|directory traversal|path traversal|
    exposed .git|git folder|git repository is|env file|.env|backup file|authentication bypass|auth bypass|bypass the|privilege escalation|session fixation|access control|leaks data|leaking data|data leak|other users' data|another customer's|other customers'|someone else's invoice|someone else's data|someone else's account|
    other people's invoices|other people's data|other people's|clickjacking|host header|misconfigured|misconfiguration|S3 bucket|bucket is public|API key in|hard-coded|hardcoded|JWT|clear text|cleartext|plaintext password|script executes|script runs|without logging in|without authentication|unauthenticated|ninety days|90 days|90-day|JPCERT|reflected|stored XSS|zero-day
    """,
    2: "security|disclose|disclosure|expose*|publicly readable|publicly accessible|found a flaw|flaw|leak*|anyone can|changing the number|change the ID|changing the id|reproduc*|encrypted|hold back details|report it safely|report safely|token|endpoint|parameter|cookie|certificate is|world-readable|weakness|researcher",
    1: "found|report|details|page|number|bug|page",
}

RIGHTS_INFRINGEMENT = {
    3: """
    copyright*|trademark*|trade mark*|infring*|DMCA|takedown|take down|take-down|defam*|libel*|slander*|without my permission|without our permission|without permission|without my consent|without consent|without licence|without license|without a licence|my photos are|my photographs|stole my|stolen my|stolen photos|stolen artwork|
    plagiari*|pirated|piracy|pirate copies|bootleg*|counterfeit*|knock-off*|knockoff*|intellectual property|identity of the sender|disclosure of the sender|sender disclosure|sender's identity|identify the uploader|provider liability|Provider Liability|revenge porn|intimate images|doxx*|portrait right*|likeness|patent*|design right*|
    remove the post|remove a post|remove this post|remove the page|remove my picture|remove my photo*|remove a review|have it removed|removal of content|removal request|passing off|copies our|copied our|copied my|copying our|cloned our|clone of our|rights holder|rightsholder|rights owner|our song|our film is|my illustration*|my drawing*
    """,
    2: "permission|licence|license|copied|stolen|removed|remove|rights|author|consent|lawyer|solicitor|attorney|publisher|uploaded|operator of the site|insult*|lies about|false claims|reputation|illustration|artwork|verbatim|word for word|lookalike|look-alike",
    1: "photo*|picture*|image*|site|hosted|host|server|forum|blog|brand|page",
}

PERSONAL_DATA = {
    3: """
    personal data|personal information|my personal|data protection|data privacy|GDPR|APPI|CCPA|subject access|SAR|DSAR|access request|data request|data subject|right to be forgotten|erasure|erase my|erase all|erase everything|delete my data|delete all data|delete my personal|delete my details|delete all my|deletion of my|data you hold|data you have|data held|
    information you hold|what you hold|you hold on me|you hold about me|you have on me|stored about me|store about me|know about me|keep about me|records about me|record of third parties|third parties to whom|third-party provision|third party provision|disclosed to third|shared my data|share my data|my data|privacy policy|privacy officer|
    data protection officer|DPO|privacy notice|purpose of use|rectif*|correct my date|correct my address|correction of my|suspend the use|stop using my|opt out of|opted out|where you got my|how you got my|get my address|got my address|got my number|source of my|retention period|how long do you keep|how long you keep|cookies on|
    marketing letters|direct mail|mailing list|withdraw my consent|withdraw consent|deceased father's data|late husband's data|late father's data|copy of everything
    """,
    2: "privacy|personal|data|third parties|delete|deletion|consent|disclosed|retain*|retention|correction|inaccurate|maiden name|on file|identity proof|proof of identity|power of attorney|cookie*|tracking|call recording|recording of my call|marketing",
    1: "records|information|details|request|account|copy|fee|held|address|hold",
}

LAW_ENFORCEMENT = {
    3: """
    subpoena*|court order|warrant|search warrant|prosecutor*|police|police officer|detective|law enforcement|federal agent|FBI|Europol|Interpol|investigator from|investigating officer|criminal investigation|investigation into|preservation request|preservation letter|preserve logs|preserve the logs|preserve records|preservation of|preserve all|
    MLAT|mutual legal assistance|letters rogatory|letter rogatory|summons|tribunal|magistrate|district court|high court|court of|the court|judge|bailiff*|tax office|tax authority|tax inspector|tax audit|revenue service|customs authority|customs office|customs investigat*|financial intelligence|legal process|service of process|serve process|
    serve papers|serve documents|emergency disclosure|threat to life|missing person*|national crime agency|cybercrime unit|cyber crime unit|cybercrime|regulator|supervisory authority|fair trade commission|consumer agency|ministry of justice|embassy|consulate|attorney general|sheriff|constabulary|liaison officer|production order|bankruptcy trustee|garnishee|garnishment
    """,
    2: "investigation|officer|legal contact|legal department|legal team|registrant details|subscriber information|subscriber data|subscriber details|case number|case no|authority|authorities|court|preserve|criminal|suspect|evidence|official request|agency|ministry|legal",
    1: "records|order|domain|serve|logs|request|contact|owner",
}

WHISTLEBLOWING = {
    3: """
    whistleblow*|whistle-blow*|whistle blow*|blow the whistle|anonymously|remain anonymous|stay anonymous|anonymous report|anonymous tip|keep my name|my name out|protect my identity|not be named|without giving my name|retaliat*|reprisal*|compliance hotline|compliance line|ethics line|ethics hotline|speak-up line|speak up line|report misconduct|misconduct|wrongdoing|
    embezzl*|bribe*|bribery|kickback*|kick-back*|slush fund|cooking the books|cooked the books|falsif*|fabricat*|backdat*|inflated invoices|inflate invoices|inflating|fake invoices from|accounting fraud|insider trading|insider dealing|bid rigging|bid-rigging|unpaid overtime|overtime is not|overtime unpaid|forced overtime|wage theft|
    my manager|my boss|my supervisor|our manager|our supervisor|our director|my department head|told us to hide|told to hide|told to lie|told to delete|told to shred|told us to|ordered us|ordered to|we were told|we are told|pressured to|pressure to mis*|sexual harassment|power harassment|bullying at work|cover up|covering up|covered up|cover-up|
    conceal*|illegal practice*|breach of law|breaking the law|violat* the law|labour law|labor law|subcontract law|mis-sell*|misselling|mis-selling|sells customer lists|selling customer lists|sold customer data|expense fraud|false expense*|former employee|ex-employee|as an employee|I am an employee|I'm an employee|employee of|I work in your|I work at your|I work for your
    """,
    2: "anonymous|anonymity|employee|contractor|subcontractor|internal|colleague*|supervisor|manager|boss|work for a|work at|work in a|I work|staff|compliance|ethics|illegal*|unlawful|audit*|evidence of|overtime|forged|shredd*|hide|hiding|lie to|secretly|supplier",
    1: "report|company|department|office|invoice*|expenses|records|team|agency|customers",
}
