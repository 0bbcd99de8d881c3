"""Japanese words that support a desk without saying what it is about: quoted as a reason only where none says more."""

WORDS = """
    私の|当方|当方は|当店|父が|母が|持って|持っ|届き|届い|言われ|言わ|お願い|お願いし|お送り|ください|
    してくださ|結果|情報|話を|したい|たい|そのまま|でき|できな|できない|できませ|怖|怖く|こわ|こわい|不安|恐|恐れ|何度でも|されて|
    された|され|会社|弊社|当社|切れ|切られ|渡し|扱|どなた|受け|使わ|使わせ|使っ|使い|知り|知っ|困って|困っ|見て|見た|なぜ|理由
"""
