import type { Context, Hono } from 'hono'
import { giveCookies, open } from '../http/open.ts'
import type { Env } from '../http/serve.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import { forgetGrants } from './grants.ts'
import { keyedDigest } from './link.ts'
import * as refusals from './refusals.ts'
import { digitsOf, type Means, ofLibrary } from './routes.ts'
import { readHere } from './session-routes.ts'
import * as store from './store.ts'
import { foldedName } from './user-name.ts'

/** What a person does to her own account. Each asks for her password, and guesses at it are counted like sign-ins. */
export const mountAccount = (app: Hono<Env>, means: Means): void => {
  const here = readHere(means)

  const asOwner = async <T extends { headers: Headers }>(
    c: Context<Env>,
    field: string,
    work: (api: Api, headers: Headers) => Promise<T>,
  ): Promise<T | Refusal> => {
    const headers = c.req.raw.headers
    const signedIn = await here(headers)
    if (!signedIn) return refusals.signInFirst
    const digest = await keyedDigest(means.secret, `password ${signedIn.actor.account}`)
    const wait = await store.countAttempt(
      means.identity,
      { digest, failures: means.limits.failures },
      means.limits.lock,
    )
    if (wait > 0) return refusals.locked(wait)
    const { api } = await means.library()
    const done = await ofLibrary(() => work(api, headers), {
      INVALID_PASSWORD: refusals.wrongOwnPassword(field),
    })
    if (isRefusal(done)) return done
    await store.forgive(means.identity, digest, digest)
    forgetGrants()
    giveCookies(c, done.headers)
    return done
  }

  open(app, contract.changePassword, async ({ c, body }) => {
    const signedIn = await here(c.req.raw.headers)
    if (foldedName(body.password) === signedIn?.told.userName) return refusals.passwordIsName
    const outcome = await asOwner(c, 'currentPassword', (api, headers) =>
      api.changePassword({
        body: {
          currentPassword: body.currentPassword,
          newPassword: body.password,
          revokeOtherSessions: true,
        },
        headers,
        returnHeaders: true,
      }),
    )
    return isRefusal(outcome) ? outcome : {}
  })

  open(app, contract.prepareSecondFactor, async ({ c, body }) => {
    const signedIn = await here(c.req.raw.headers)
    const outcome = await asOwner(c, 'password', (api, headers) =>
      api.enableTwoFactor({
        body: { password: body.password, method: 'totp' },
        headers,
        returnHeaders: true,
      }),
    )
    if (isRefusal(outcome)) return outcome
    const { response } = outcome
    if (response.method !== 'totp') throw new Error('the sign-in library made no key')
    const key = new URL(response.totpURI).searchParams.get('secret') ?? ''
    return {
      key,
      uri: authenticatorUri(signedIn?.told.userName ?? '', key),
      backupCodes: response.backupCodes,
    }
  })

  open(app, contract.confirmSecondFactor, async ({ c, body }) => {
    const outcome = await asOwner(c, 'code', (api, headers) =>
      api.verifyTOTP({ body: { code: digitsOf(body.code) }, headers, returnHeaders: true }),
    )
    return isRefusal(outcome) ? outcome : {}
  })

  open(app, contract.dropSecondFactor, async ({ c, body }) => {
    const outcome = await asOwner(c, 'password', (api, headers) =>
      api.disableTwoFactor({ body, headers, returnHeaders: true }),
    )
    return isRefusal(outcome) ? outcome : {}
  })
}

type Api = Awaited<ReturnType<Means['library']>>['api']

const authenticatorUri = (userName: string, key: string): string =>
  `otpauth://totp/${encodeURIComponent(`知行:${userName}`)}?secret=${key}&issuer=${encodeURIComponent('知行')}`
