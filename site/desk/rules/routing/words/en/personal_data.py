"""What people write in English to the desk for personal data; `words` says how to read the lists."""

CUES = {
    6: """
    @&<hold>…about me/me/my…confirm/gone/keep/know|@…still know/still keep/still hold/still have&me/my|
    whatever you still keep|erase…me/my/whatever&@
    """,
    3: """
    got my address|passport scan|destroy the|which partner firms|refused me as|off every list|its leaflets|
    leaflet*…stop/still/get|cross me off|<hold>…<person>|whatever you still keep|still know about|files you keep|
    everything you hold|year of birth|have my new phone|my new phone number|want it all gone|where you got it|
    never gave it to you|Article 15|erase whatever|to whom it went|personal data|personal information|my personal|
    data protection|data privacy|GDPR|APPI|CCPA|subject access|SAR|DSAR|access request|data request|data subject|
    right to be forgotten|erasure|erase my|erase all|erase everything|delete my data|delete all data|
    delete my personal|delete my details|delete all my|deletion of my|data you hold|data you have|data held|
    information you hold|what you hold|you hold on me|you hold about me|you have on me|stored about me|
    store about me|know about me|keep about me|records about me|record of third parties|third parties to whom|
    third-party provision|third party provision|disclosed to third|shared my data|share my data|my data|
    privacy policy|privacy officer|data protection officer|DPO|privacy notice|purpose of use|rectif*|
    correct my date|correct my address|correction of my|suspend the use|stop using my|opt out of|opted out|
    where you got my|how you got my|get my address|got my number|source of my|retention period|how long do you keep|
    how long you keep|cookies on|marketing letters|direct mail|mailing list|withdraw my consent|withdraw consent|
    deceased father's data|late husband's data|late father's data|copy of everything|old address&correct/write/who/
    list/letters|correct it&address/name/birth/who|who else received|who received it|tell me who…received/has/saw/
    got…it/data/address/me|you write to my|your letters…stop/address/name|never gave you…address/number/name/
    permission/consent|why do you have my|why you have my|how come you have my|survey…answers/income/data…delete/
    use/purpose|what for…data/information/address|what do you use my|used for&my data/my address/my income|
    certificate of deletion|proof of deletion|confirm…deleted…data/details/account|unlist me|
    no longer want you to hold|record calls|recording of mine|recordings…call/voice/mine|how long it stays|
    how long…kept/stored/keep/retain/hold&data/recording/information/CV/records|access…my data/to my personal|
    list of…recipients/companies&data/my|who has…my data/seen my|whom…shared/gave/passed…data/details/address|
    my consent|never consented|did not consent…data/marketing/mail|marketing…stop/opt/consent/list|my CV…deleted/
    delete/destroyed/removed|anonymi*|export of my…data|data portability|my name…misspelt/misspelled/wrong…records/
    letters/files|still have my|still hold my|still store my|right…access/erasure/correct/know what&data/hold/
    about me|date of birth wrong|birthday wrong|get it corrected&files/birth/name/address/record*/data|
    your files have my|your records have my|your records show…wrong/old/my|wrong…birthday/date of birth/name/
    address…files/records/database/file|forget everything|forget me|everything you know about me|held about me|
    hold about me|you still keep|still keep&data/information/account/about me|still hold&data/information|
    all data you…store/hold/keep/have|all the data you|what data…you/is/do you|which data…you/is/do you|
    copy of my…data/file/records/information|see all…data/information…me|privacy law|privacy act|Japanese privacy|
    under the law…data|my phone number…get/got/come/find/found|where did you get my|how did you get my|
    who gave you my|got hold of my|passed my…details/data/number/address/name…to|handed my…details/data|
    gave my…details/data/number…to|sold my…details/data/address|take me off|take my name off|strike my name|
    remove me from your…list/database/records/mailing|delete…data/details/profile/records/information/everything&me/
    my/I|erase…data/details/profile/records/information/everything|destroy my…CV/résumé/resume/application/data|
    my late…husband/wife/father/mother/brother/son…mail/letters/data/name/records/list|my photograph on your…site/
    page&consent/remove/use|stop sending me letters|sales calls…stop/get/number|cold call*…number/stop/get|
    recordings of my
    """,
    2: """
    delete my name|delete my address|delete my email|delete my phone|delete my recording*|delete my profile|
    marketing emails|marketing messages|my recording deleted|
    privacy|personal|data|third parties|delete|deletion|consent|disclosed|retain*|retention|correction|inaccurate|
    maiden name|on file|identity proof|proof of identity|power of attorney|cookie*|tracking|call recording|
    recording of my call|marketing|recording|recordings|record calls|how long|stays|third party|my voice|birth|
    birthday|corrected|wrong|my files|forget|profile|letters|late husband|off your list|know about
    """,
    1: """
    records|information|details|request|account|copy|fee|held|address|hold
    """,
    0: """
    number portability|keep my data|my data until|database|data centre|data center|data import|data transfer|
    my data volume|data plan|data disk|data loss|lost data|lose my data|lost my data|restore my data|
    account data volume|data migration|migrate my data|back up my data|whois privacy|privacy protection option
    """,
}
