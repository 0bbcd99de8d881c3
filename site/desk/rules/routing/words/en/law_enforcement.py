"""What people write in English to the desk for law enforcement and courts; `words` says how to read the lists."""

CUES = {
    6: """
    <office>…<ask>&@|<office>&order/warrant/subpoena/serve/logs kept/records kept/payment records/evidence
    """,
    3: """
    police agency|we are the police|this is the police|the court asks|a court asks|judge asks|a judge asked us|
    papers for the court|documents for the court|judge's clerk|
    public defender|coroner*|tax authority|serve a notice|serve the order|kept for a trial|logs kept|records kept|
    criminal police|state police|detective with|warrant is issued|payment records|counsel for|subpoena*|court order|
    warrant|search warrant|prosecutor*|police|police officer|detective|law enforcement|federal agent|FBI|Europol|
    Interpol|investigator from|investigating officer|criminal investigation|investigation into|preservation request|
    preservation letter|preserve logs|preserve the logs|preserve records|preservation of|preserve all|MLAT|
    mutual legal assistance|letters rogatory|letter rogatory|summons|tribunal|magistrate|district court|high court|
    court of|the court|judge|bailiff*|tax office|tax inspector|tax audit|revenue service|customs authority|
    customs office|customs investigat*|financial intelligence|legal process|service of process|serve process|
    serve papers|serve documents|emergency disclosure|threat to life|missing person*|national crime agency|
    cybercrime unit|cyber crime unit|cybercrime|regulator|supervisory authority|fair trade commission|
    consumer agency|ministry of justice|embassy|consulate|attorney general|sheriff|constabulary|liaison officer|
    production order|bankruptcy trustee|garnishee|garnishment|a judge in|judge…signed/order/ruled|connection data|
    traffic data|signed an order|address for…order/request/warrant/subpoena/service|we send it&order/judge/court/
    warrant|civil suit|lawsuit…records/documents/produce|produce documents|discovery request|third-party subpoena|
    in the proceedings|plaintiff|defendant|railway police|military police|border guard|coroner|inquest|
    investigation office|customs investigation|official request|official letter…court/police/authority|police…unit/
    force/officer/bureau/department/inspector|inspector…police/tax/customs|on a subscriber|subscriber…data/details/
    identity/records&request/order/police/court|judicial…assistance/request/order|liaison…police/embassy|
    court…order/clerk/date/ruling/case/injunction|injunction|seizure|seize|confiscat*|evidence…trial/case/criminal|
    wiretap|data request form for police|law enforcement guide*|lawful request|lawful intercept*|
    request from a…ministry/court/police|ministry…request/justice/interior|on behalf of the…ministry/court/police/
    prosecutor*/government/authority|letters of request|letter of request|ministry of…justice/interior/
    finance&request/letter*/records/serve/address|federal police|Garda|gendarmerie|Carabinieri|Guardia|BKA|NCA|NPA|
    Taxation Bureau|tax bureau|taxation office|tax investigator|revenue…officer/inspector|payment records of|
    records of one of your customers|records of…customer/subscriber/user/account&police/court/tax/officer/bureau/
    investigat*/prosecutor/legal|formal request arrives|formal request…police/court/logs/records|keep*…logs…until/
    request/order|logs kept until|retain…logs…pending/until/request|registrant of…name/domain&police/unit/officer/
    court/investigat*/detective|unit here|I'm a detective|I am a detective|I'm a police|I am a police|
    I am an officer|I'm an officer|police force|police department|police station|crime unit|court clerk|
    clerk of the|public prosecutor|examining magistrate|district attorney|court-appointed|insolvency administrator|
    liquidator|freeze*…account/assets…order|where is it to be served|be served|to serve|serve…order/documents/
    papers/subpoena/notice/writ|writ|affidavit|deposition|evidence preservation|fire brigade|
    fire department…investigat*/cause|coast guard|immigration…bureau/office/officer
    """,
    2: """
    investigation|officer|legal contact|legal department|legal team|registrant details|subscriber information|
    subscriber data|subscriber details|case number|case no|authority|authorities|court|preserve|criminal|suspect|
    evidence|official request|agency|ministry|legal|unit|bureau|prosecut*|statutory|jurisdiction|official|
    government|registrant|formal request|judicial
    """,
    1: """
    records|order|domain|serve|logs|request|contact|owner
    """,
    0: """
    police me|told the police|went to the police|police report number for my refund|order number|order confirmation|
    court of public|authority score|certificate authority|certification authority|preserve my settings|in order to|
    legal contact in whois|order for
    """,
}
