import { Refused } from '../http/call.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'

/** Signs in; `asksCode` when the person's second factor is still to come. @throws Refused in Chinese. */
export const signIn = async (of: { userName: string; password: string }): Promise<{ asksCode: boolean }> => {
  const answer = await post('/api/auth/sign-in/username', {
    username: of.userName.trim(),
    password: of.password,
  })
  return { asksCode: answer.twoFactorRedirect === true }
}

/** The second factor: six digits of the authenticator. */
export const verifyCode = async (code: string): Promise<void> => {
  await post('/api/auth/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') })
}

// The sign-in library answers at its own addresses and in its own shape, so its answers are put into our words here.
const post = async (path: string, body: object): Promise<{ twoFactorRedirect?: boolean }> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  if (!response) throw new Refused(refuse('unavailable', '连不上服务。请检查网络，再试一次。'))
  const answer: unknown = await response.json().catch(() => ({}))
  if (response.ok) return answer as { twoFactorRedirect?: boolean }
  throw new Refused(isRefusal(answer) ? answer : inWords(response.status, path))
}

const inWords = (status: number, path: string): Refusal => {
  if (status === 429) return refuse('too-many', '试的次数过多，账号暂时锁定。请过一会儿再试。')
  if (status >= 500) return refuse('unavailable', '服务没有正常回答。请稍后再试。')
  return refuse(
    'not-signed-in',
    path.includes('two-factor')
      ? '动态码不对或已过期。请填写验证器上现在显示的数字。'
      : '用户名或密码不对。请核对后再试。',
  )
}
