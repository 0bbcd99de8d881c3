"""What people write in English when an inquiry is for a corporate desk; see `ja` for what the weights mean.

Words end where they end unless they close with `*`; spaces, hyphens and dots between them do not matter.
"""

from desk.rules.routing.words.en_offers import PARTNERSHIP, SUPPORT
from desk.rules.routing.words.en_reports import (
    LAW_ENFORCEMENT,
    PERSONAL_DATA,
    RIGHTS_INFRINGEMENT,
    SPAM_ABUSE_REPORT,
    VULNERABILITY_REPORT,
    WHISTLEBLOWING,
)

IR = {
    3: """
    investor relations|investor*|shareholder*|stockholder*|annual report|integrated report|annual general meeting|general meeting|AGM|dividend*|earnings release|earnings call|earnings presentation|earnings report|financial statement*|
    financial results|quarterly results|securities report|share buyback|buyback|buy back of shares|treasury shares|voting right*|proxy voting|proxy advisor*|convocation notice|analyst at|equity analyst|equity research|sell-side|buy-side|portfolio manager|fund manager|
    hedge fund|pension fund|asset management|asset manager|medium-term plan|mid-term plan|medium-term management plan|operating profit|operating margin|operating income|net income|EBITDA|segment revenue|segment results|segment breakdown|
    revenue breakdown|fact book|balance sheet|cash flow statement|share price|stock price|your shares|your stock|your company's shares|your company's stock|ticker|ISIN|ADR|payout ratio|guidance for|full-year guidance|earnings guidance|
    corporate governance report|outside director*|independent director*|ESG rating|ESG score|sustainability report|capital allocation|free float|stock split|own shares|hold shares|holding shares|bought shares|shares in your|shares of your|
    impairment|goodwill|roadshow|non-deal roadshow|IR team|IR department|IR contact|IR officer|IR page|tender offer|takeover bid|credit rating|bond holder*|bondholder*|institutional investor*|retail investor*|average revenue per user|ARPU
    """,
    2: "shares|stock|earnings|revenue|segment|fiscal year|quarter|quarterly|guidance|forecast|margin|analyst|equity|fund|governance|churn|share of sales|contribute to sales|percentage of sales|year on year|year-on-year|profit|IR|ESG|invest|investment|listed company|TSE|Tokyo Stock Exchange|nominee|custodian",
    1: "disclose*|figures|growth|report|results|consolidated|group|subsidiar*|breakdown|translation",
}

PRESS = {
    3: """
    journalist*|reporter*|newspaper*|magazine*|press release*|press office|press contact|press kit|press enquiry|press inquiry|press officer|press pass|press accreditation|media enquiry|media inquiry|media request|media kit|media contact|interview with|request an interview|interview your|
    interview someone|interview the|for an interview|documentary|film crew|camera crew|filming|broadcaster|broadcast*|television|TV crew|TV station|TV programme|TV program|radio programme|radio show|podcast|editor|editorial|freelance writer|correspondent|news agency|newsroom|newswire|
    for a story|our story|the story|an article about|article on|writing an article|writing a piece|writing a feature|a piece on|feature on|on the record|off the record|for comment|a comment from|statement from|official statement|fact-check*|fact check*|
    deadline is|on deadline|spokesperson|spokesman|spokeswoman|high-resolution logo|hi-res logo|vector logo|logo file*|use your logo|using your logo|reprint|textbook|embargo*|quote from your|press photo*|photo of your|publication
    """,
    2: "press|media|interview*|logo|quote|comment|deadline|article|column|story|publish*|film|video crew|columnist|trade journal|newsletter|author|book|chapter|photograph*|reproduce|readers|producer|print edition|outage story",
    1: "outage|president|CEO|picture|image|permission|statement",
}

RECRUITING = {
    3: """
    job opening*|job opportunit*|job posting*|job offer|job advert|job listing*|job interview|job vacancy|vacanc*|a vacancy|position in|open position*|open role*|positions available|internship*|intern|interns|apply for the|apply for a job|apply for a position|apply for your|applied for|my application for|
    job application|application for the|application for employment|application status|applicant*|candidate*|résumé|resume for|my resume|my CV|curriculum vitae|cover letter|careers page|career page|careers site|career opportunit*|careers|recruiter*|recruitment|recruiting|recruit me|hiring|hire me|hired|
    graduate programme|graduate program|new graduate*|graduate hire*|graduate role*|work for you|work for your company|working for you|work at your company|join your team|join your company|join the team|employment|visa sponsorship|sponsor a visa|sponsor visas|work visa|
    second interview|first interview|final interview|interview round|coding test|aptitude test|entry sheet|selection process|screening process|offer letter|onboarding date|mid-career|alumni programme|returnship|part-time work|part-time job|reference letter|relocation package|
    remote work policy|salary range|salary expectation*|working holiday
    """,
    2: "job|jobs|career|position|opening|apply|applied|role|interview|graduate|student|university|degree|engineer position|résumé|resume|CV|visa|Japanese level|JLPT|N2|N1|salary|remote|full-time|part-time|portfolio|my experience|years of experience|developer|internship|human resources|HR",
    1: "Japanese|English|speak|team|engineer|designer|Tokyo|relocate|language",
}

ACCESSIBILITY = {
    3: """
    screen reader*|screenreader*|NVDA|JAWS|VoiceOver|TalkBack|alt text|alternative text|caption*|subtitle*|colour-blind|color-blind|colour blind*|color blind*|low vision|partially sighted|visually impaired|visual impairment|blind user|I am blind|I'm blind|am blind|blind visitor|legally blind|deaf|hard of hearing|hearing loss|hearing impair*|
    sign language|braille|keyboard only|only a keyboard|only the keyboard|with the keyboard|keyboard trap|tab key|focus ring|focus indicator|focus outline|contrast|accessib*|WCAG|dyslexi*|epilep*|seizure*|photosensitiv*|migraine*|dark mode|dark theme|larger text|bigger text|text size|font size|
    tiny print|small print is|enlarge*|magnif*|zoom to 200|zoom in|zoomed|reduced motion|motion sick*|vestibular|flicker*|flashing|tremor*|cannot use a mouse|can't use a mouse|switch device|eye tracking|voice control|dragon naturally|text-to-speech|transcript*|easy read|plain language|
    cognitive|aria label*|unlabelled|unlabeled|assistive|wheelchair|cataract*|reads aloud|read aloud|relay service|text relay|arthritis|carousel
    """,
    2: "hard to read|can't read|cannot read|unable to read|illegible|too small|pale grey|light grey|light gray|grey text|gray text|disab*|impair*|keyboard|broken link*|dead link*|404|corporate site|corporate website|corporate page|company website|your website|your site|this website|this page|this site|this form|the form|web page|layout|stylesheet|PDF|typo|English version|untranslated|focus|announce*|unreadable|heading*|magnifier|colour|color",
    1: "video|text|button|page|website|site|form|menu|link|screen|font|animation|label|image",
}

POLICY = {
    3: "customer harassment|harassment policy|harassment statement|your policy on|your approach to customer|covered acts|two-point test|two points by which|this policy|policy on harassment|anti-harassment|harassment guidelines|this notice",
    2: "harassment|policy|policies|definition|Ministry of Health|abusive customers|guideline|manual",
    1: "complaint|criticism|wording|clause|customers",
}

GENERAL = {
    3: "lost property|left my umbrella|left my bag|company museum|office tour|school visit|thank the|say thank you|to thank|nearest station|parking|head office address|company song|founding|founder",
    2: "thank you for|thanks to|grateful|compliment|congratulat*|visit your office|visiting|your address|tour|found a|lost",
    1: "office|building|reception",
}

ENGLISH = {
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
    "general": GENERAL,
    "support": SUPPORT,
}
