import type { Item } from './contract.ts'

/** How far it is, in a few words. */
export const progressWords = (
  item: Pick<Item, 'droppedBecause' | 'answeredOn' | 'raisedOn' | 'raisedTo'>,
): string => {
  if (item.droppedBecause !== null) return '不再办理'
  if (item.answeredOn !== null) return `${item.raisedTo}已答复`
  return item.raisedOn === null ? '待报送' : `已报${item.raisedTo}`
}
