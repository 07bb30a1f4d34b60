import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { readSettings } from './settings.ts'

const faultsOf = (args: string[], env: Record<string, string> = {}): string[] => {
  const settings = readSettings(args, env)
  return 'faults' in settings ? settings.faults : []
}

test('without any setting, this computer alone is served from ./data', () => {
  const settings = readSettings([], {})

  assert.deepEqual(settings, {
    port: 7400,
    host: '127.0.0.1',
    data: resolve('data'),
    demo: false,
    databaseUrl: undefined,
    mail: undefined,
    origin: undefined,
    log: 'file',
  })
})

test('a flag wins over its variable', () => {
  const settings = readSettings(['--port', '8000', '--data=/srv/a'], { PORT: '9000', ZHIXING_DATA: '/srv/b' })

  assert.ok(!('faults' in settings))
  assert.equal(settings.port, 8000)
  assert.equal(settings.data, '/srv/a')
})

test('the demonstration has a data folder of its own', () => {
  const settings = readSettings(['--demo'], {})

  assert.ok(!('faults' in settings))
  assert.equal(settings.data, resolve('data-demo'))
})

test('the demonstration is never written into an outside database', () => {
  assert.match(
    faultsOf(['--demo'], { DATABASE_URL: 'postgres://a@b/c' }).join(),
    /--demo 不能与 DATABASE_URL 同用/,
  )
})

test('each wrong value is named with what would be right', () => {
  const wrong: [string[], Record<string, string>, RegExp][] = [
    [['--port', '65536'], {}, /^--port 的值“65536”不是端口号。请用 1 到 65535/],
    [['--port'], {}, /^--port 的值“”不是端口号/],
    [['--data', ''], {}, /^--data 没有写目录/],
    [['--demo=yes'], {}, /^不认识的选项 --demo=yes/],
    [['serve'], {}, /^不认识的选项 “serve”/],
    [['-p', '1'], {}, /^不认识的选项 -p/],
    [[], { DATABASE_URL: 'mysql://a@b/c' }, /^DATABASE_URL 的开头是 mysql:\/\/，须为 postgres:/],
    [[], { DATABASE_URL: 'postgres://host' }, /^DATABASE_URL 没有写数据库名/],
    [[], { SMTP_URL: 'smtp://mail.example.org' }, /^已设 SMTP_URL 而没有 SMTP_FROM/],
    [[], { SMTP_FROM: 'somebody' }, /^SMTP_FROM 的值“somebody”不是邮件地址/],
    [[], { ZHIXING_ORIGIN: 'https://a.example/path' }, /^ZHIXING_ORIGIN 的值.*不带路径/],
    [[], { ZHIXING_HOST: 'a b' }, /^ZHIXING_HOST 的值“a b”不是监听地址/],
    [[], { ZHIXING_LOG: 'syslog' }, /^ZHIXING_LOG 的值“syslog”不认识/],
  ]
  for (const [args, env, expected] of wrong) assert.match(faultsOf(args, env)[0] ?? '', expected)
})

test('a password in a wrong address is never repeated', () => {
  for (const url of [
    'postgres//clerk:hush-hush@host/db',
    'mysql://clerk:hush-hush@host/db',
    'postgres://clerk:hush-hush@host',
  ])
    assert.doesNotMatch(faultsOf([], { DATABASE_URL: url }).join(), /hush/)
})

test('whatever is typed, settings are read or each fault is one line', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 5 }), fc.string(), (args, port) => {
      const settings = readSettings(args, { PORT: port })
      if (!('faults' in settings)) return settings.port >= 0 && settings.port <= 65_535
      return settings.faults.length > 0
    }),
  )
})
