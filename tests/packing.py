"""Real files of every kind, for the tests of this room."""

import gzip
import io

from fastwarc.warc import WarcRecord, WarcRecordType

PARAGRAPH = "قالت بلدية المدينة إن أعمال الصيانة في الشارع الرئيسي ستنتهي قبل نهاية الشهر الجاري، وفق بيان نشر اليوم."
HTML = (
    "<html><head><meta charset='utf-8'><title>صيانة الشارع</title></head>"
    f"<body><h1>صيانة الشارع</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></body></html>"
)


def warc_record(url, body, *, status="200 OK", headers="", kind=WarcRecordType.response):
    """One record as fastwarc writes it, with the HTTP response inside where it is a response."""
    record = WarcRecord()
    record.init_headers(record_type=kind)
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Date"] = "2026-03-09T11:32:00Z"
    if kind is WarcRecordType.response:
        record.headers["Content-Type"] = "application/http; msgtype=response"
        head = f"HTTP/1.1 {status}\r\n{headers or 'Content-Type: text/html; charset=utf-8'}\r\n\r\n"
        body = head.encode() + body
    else:
        record.headers["Content-Type"] = "text/html"
    record.set_bytes_content(body)
    out = io.BytesIO()
    record.write(out)
    return out.getvalue()


def warc(*records):
    """A file of records, each compressed by itself as crawlers do."""
    return b"".join(gzip.compress(record) for record in records)
