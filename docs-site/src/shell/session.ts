/**
 * Whether somebody seems to be signed in. The session itself is a cookie of the API that no script can read, so the sign-in
 * page leaves this mark. It grants nothing; it only saves visitors who never signed in a request on every page.
 */
const MARK = 'portal_signed_in'
/** As long as a session nobody uses; whoever uses it is marked again. So there is hardly a mark without a session. */
const IDLE_SECONDS = 86_400

export function isMarkedSignedIn(): boolean {
  return document.cookie.split('; ').includes(`${MARK}=1`)
}

/** To be called when a sign-in succeeded, and whenever the API said who this is. */
export function markSignedIn(): void {
  setMark('1', IDLE_SECONDS)
}

/** To be called after signing out, and when the API says that the session is over. */
export function markSignedOut(): void {
  setMark('', 0)
}

function setMark(value: string, seconds: number): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support.
  document.cookie = `${MARK}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax${secure}`
}
