/** Answers in the manner of EDGAR. The titles are what clients recognise; the prose is ours. */
function page(title: string, text: string): string {
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<title>SEC.gov | ${title}</title>
</head>
<body><h1>${title}</h1><p>${text}</p><p>This page comes from a mirror.</p></body>
</html>
`
}

export const thresholdPage = page(
  'Request Rate Threshold Exceeded',
  'Too many requests came from this address. Access is limited for 10 minutes.',
)

export const undeclaredPage = page(
  'Your Request Originates from an Undeclared Automated Tool',
  'Please declare your traffic with a user agent that names you and a contact.',
)

export const unavailablePage = page('File Unavailable', 'The file is not available at the moment.')

export const notFoundPage = page('Page Not Found', 'There is no such file.')

/** What the store behind the Archives answers for a key that does not exist; EDGAR sends it with status 403. */
export const missingKeyXml = `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>MIRROR</RequestId><HostId>mirror</HostId></Error>
`
