import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { codeOf, Fault } from './fault.ts'

/** Pages being served at an address, until `close`. */
export type Listening = { url: string; close: () => Promise<void> }

// The second argument carries the socket, from which sign-in takes the address that failures are counted by.
type Answering = { fetch: (request: Request, env: object) => Response | Promise<Response> }

// Requests under way get this long to end once the process was told to.
const FAREWELL_MS = 600

/** @throws Fault when the port cannot be had. */
export const listen = async (app: Answering, host: string, port: number): Promise<Listening> => {
  const server = createServer(getRequestListener((request, env) => app.fetch(request, env)))
  server.requestTimeout = 120_000
  server.headersTimeout = 20_000
  await opened(server, host, port)
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  const reachable = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host) ? 'localhost' : host
  return { url: `http://${reachable}:${actual}/`, close: () => closed(server) }
}

const opened = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => reject(faultOf(codeOf(error) ?? '', host, port)))
    server.listen({ host, port }, resolve)
  })

const faultOf = (code: string, host: string, port: number): Fault => {
  const another = port >= 65_535 ? 7400 : Math.max(port + 1, 1024)
  const faults: Record<string, string> = {
    EADDRINUSE: `端口 ${port} 已被别的程序占用。请换一个端口：npm start -- --port ${another}，或先停止占用它的程序。`,
    EACCES: `没有权限使用端口 ${port}（1024 以下须管理员权限）。请换一个端口：npm start -- --port 7400`,
    EADDRNOTAVAIL: `本机没有地址 ${host}。请更正 ZHIXING_HOST：只供本机使用写 127.0.0.1，供局域网使用写 0.0.0.0。`,
    ENOTFOUND: `找不到主机名 ${host}。请更正 ZHIXING_HOST：只供本机使用写 127.0.0.1，供局域网使用写 0.0.0.0。`,
  }
  return new Fault(faults[code] ?? `端口 ${port} 打不开（${code}）。请换一个端口。`)
}

const closed = async (server: Server): Promise<void> => {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), FAREWELL_MS)
  await ended
  clearTimeout(cut)
}
