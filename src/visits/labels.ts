/** How the fields of visits and contact points are called. */
export const LABELS = {
  name: '名称',
  kind: '类别',
  area: '所在地',
  since: '从哪一天起',
  until: '到哪一天',
  personId: '谁来联系',
  plannedOn: '哪一天去',
  pointId: '联系点',
  place: '地点',
  visitors: '谁去',
  because: '为什么撤销',
  doneOn: '哪一天办到的',
  toldOn: '哪一天告诉她的',
  ownerId: '交给谁',
}

/** Where the form stands on which a visit is told. */
export const RECORD: string = '/visits/record'
