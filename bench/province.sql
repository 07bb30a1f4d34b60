-- 200,000 members in 1,350 units: 9 districts of a city, each with 10 general branches of 14 branches; laid in without the
-- trail, since nobody did it.
set session_replication_role = replica;

create temp table place on commit preserve rows as
select o.organ_id, top.path as top_path, top.id as top_id from organ o
  join unit top on top.organ_id = o.organ_id and top.kind = 'general-branch'
limit 1;

create temp table district as
select gen_random_uuid() as id, d as number from generate_series(1, 9) d;

create temp table middle as
select gen_random_uuid() as id, district.id as district_id, g as number from district cross join generate_series(1, 10) g;

create temp table leaf as
select gen_random_uuid() as id, middle.id as middle_id, b as number from middle cross join generate_series(1, 14) b;

create temp table made as
select id, null::uuid as parent_id, 'committee-unit' as kind, '第' || number || '区机关党委' as name from district
union all select id, district_id, 'general-branch', '第' || number || '党总支' from middle
union all select id, middle_id, 'branch', '第' || number || '党支部' from leaf;

insert into unit (organ_id, id, line, kind, name, path, founded_on)
select p.organ_id, m.id, 'party', m.kind, m.name,
  p.top_path || coalesce(left(replace(d.id::text, '-', ''), 12) || '/', '') || coalesce(left(replace(g.id::text, '-', ''), 12) || '/', '')
    || left(replace(m.id::text, '-', ''), 12) || '/', '2010-01-01'
from made m cross join place p
  left join leaf l on l.id = m.id
  left join middle g on g.id = coalesce(l.middle_id)
  left join district d on d.id = coalesce(g.district_id, (select district_id from middle where middle.id = m.id));

insert into unit_place (organ_id, unit_id, parent_id, name, since)
select p.organ_id, m.id, coalesce(m.parent_id, p.top_id), m.name, '2010-01-01' from made m cross join place p;

-- With the paths that sleeping triggers would have set.
create temp table soul as
select gen_random_uuid() as id, leaf.id as unit_id, u.path, n
from leaf join unit u on u.id = leaf.id cross join generate_series(1, 159) n
limit 200000;

insert into person (organ_id, id, name, initials, sex, joined_on, full_on, unit_id, path)
select p.organ_id, s.id,
  substr('丁王方叶白冯田刘江孙李杨吴何沈宋张陈林周郑赵胡钟徐高郭唐谢韩', 1 + s.n % 31, 1) || substr('一文方平立兰青英珍玲', 1 + s.n % 10, 1)
    || substr('华明霞敏娟芳洁', 1 + s.n % 7, 1), 'abc', 'female', '2008-07-01', '2009-07-01', s.unit_id, s.path
from soul s cross join place p;

insert into membership (organ_id, person_id, unit_id, status, since, path)
select p.organ_id, s.id, s.unit_id, 'full', '2009-07-01', s.path from soul s cross join place p;

-- The officer who asks is the general branch's secretary: her rights reach every unit below.
insert into post (organ_id, person_id, unit_id, post, since)
select p.organ_id, o.person_id, p.top_id, 'secretary', '2020-01-01'
from place p join post o on o.organ_id = p.organ_id and o.post = 'organization'
limit 1;

set session_replication_role = origin;
analyze;
