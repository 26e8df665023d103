import { unwrap } from '../../../sdk/src/webhooks.ts'
import { openDashboardPage, require, until, type Visit } from './visit.ts'

/** A receiver that fails, and then does not: the delivery is sent again and its signature holds. */
export async function replayDelivery(visit: Visit): Promise<void> {
  const { page, keyboard, shots, platform } = visit
  const { receiver } = platform
  receiver.requests.length = 0
  receiver.answer.status = 500
  await openDashboardPage(visit, 'Webhooks')
  await keyboard.use(page.getByRole('button', { name: 'Add an endpoint' }))
  const dialog = page.getByRole('dialog')
  await keyboard.write(dialog.getByLabel('Address'), receiver.url)
  await keyboard.toggle(dialog.getByLabel('api_key.expiring'))
  await shots.take(page, 'new-endpoint')
  await keyboard.use(dialog.getByRole('button', { name: 'Add endpoint' }))
  const secretField = page.getByLabel('Signing secret', { exact: true })
  const secret = await secretField.inputValue()
  await keyboard.use(page.getByRole('button', { name: 'I have kept it' }))
  await secretField.waitFor({ state: 'detached' })

  await keyboard.use(page.getByRole('link', { name: receiver.url }))
  await keyboard.use(page.getByRole('button', { name: 'Send a test event' }))
  await page.getByRole('cell', { name: 'failed, is retried' }).waitFor()
  await shots.take(page, 'delivery-log')
  await keyboard.use(page.getByRole('link', { name: 'webhook.test' }))
  await page.getByText('answer 500').waitFor()

  receiver.answer.status = 200
  await keyboard.use(page.getByRole('button', { name: 'Send again' }))
  await page.getByText('Attempt 2').waitFor()
  await page.getByText('succeeded', { exact: true }).waitFor()
  await shots.take(page, 'delivery-sent-again')
  await shots.takeOnPhone(page, 'delivery-sent-again')
  await until('both attempts arrived', async () => receiver.requests.length === 2)
  const [first, second] = receiver.requests
  require(second?.headers['webhook-id'] ===
    first?.headers['webhook-id'], 'a delivery that is sent again has the id it had')
  const event = await unwrap(second?.body ?? '', second?.headers ?? {}, secret)
  require(event.type === 'webhook.test', 'the signature of what arrived holds')
}
