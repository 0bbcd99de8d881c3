"""What people write in English to a service's own support; `words` says how to read the lists."""

CUES = {
    3: """
    @…<trouble>|<trouble>…@|@…<wish>|<wish>…@|<own>…<thing>…<trouble>|<own>…<thing>…<wish>|Mbps|technician|
    sign in at…@|<own>…<thing>…<fault>|@…<own>…<thing>|<own>…<thing>…@|<own>…@|I…@…<fault>|@…<fault>|bought…on…@|
    how do I…@|can I…@|does…@|charged|keeps billing|how do we pay|when I…@|button is grey|print my own|which test|
    cancel my|cancel the contract|cancellation|log in|login|logged out|reset my password|password reset|
    forgot my password|forgot which|renew|renewal|auto-renew*|transfer my domain|transfer the domain|
    transfer a domain|auth code|name servers|nameservers|nameserver|DNS records|MX record*|DKIM|SPF|DNSSEC|
    DS record|SSL certificate|TLS certificate|Let's Encrypt|WordPress|FTP|SSH|refund|charged twice|double charge*|
    my invoice|my bill|billing|invoice for|upgrade my plan|change my plan|plan change|my server|my site|
    my website is|my order|my account|my router|router|connection drops|cashback|cash back|activation|how do I|
    how can I|doesn't work|does not work|not working|stopped working|error message|withdraw*|deposit|my parcel|
    my balance|suspended|expired|expires|downtime|restore|backup|migrat*|two-factor|2FA|verification e-mail|
    verification email|verification code|payment method|my card|card is rejected|rejected
    """,
    2: """
    I…@|we…@|my…@|our…@|is there any way|any hope|who corrects|what does it cost|how many|come with|does…@…keep/
    come/cost/run|owner at…@|changing the owner|change the owner|access to my|<trouble>|how do I|how do we|can I|
    can we|when I|where do I see|does it|is there a way|I want to|I'd like to|we want to|my order|the bill|costs|
    renew*|Mbps|ship|parcel|arrived|bought|installed|candidates upload|parking page|throws a|account|password|
    cancel*|plan|server|domain|error|slow|down|timeout*|connect*|install*|upgrade|downgrade|invoice|payment|
    contract|support|subscription|panel|settings|configure*|my|stuck|fails|failing|failed
    """,
    1: """
    help|mail|site|how|please
    """,
}
