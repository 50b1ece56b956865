"""Fills a new Tryton database from a JSON file: parties, relations, our company, the user.

Usage: seed.py TRYTOND_CONF SEED_JSON      Prints a JSON object {party key: id}.
"""
import json
import sys
from decimal import Decimal

from proteus import Model, Wizard, config

configuration = config.set_trytond(
    database='sqlite:///tryton', user='admin', config_file=sys.argv[1])
with open(sys.argv[2], encoding='utf-8') as file:
    seed = json.load(file)

Party = Model.get('party.party')


def add_party(spec):
    party = Party(name=spec['name'])
    for kind, field in (('email', 'emails'), ('phone', 'phones')):
        for value in spec.get(field, []):
            party.contact_mechanisms.new(type=kind, value=value)
    if 'website' in spec:
        party.contact_mechanisms.new(type='website', value=spec['website'])
    if 'address' in spec:
        address = party.addresses[0] if party.addresses else party.addresses.new()
        address.street, address.city = spec['address']
    party.save()
    return party


def add_relations(parties):
    RelationType = Model.get('party.relation.type')
    works_for = RelationType(name='works for')
    works_for.save()
    employs = RelationType(name='employs', reverse=works_for)
    employs.save()
    works_for.reverse = employs
    works_for.save()
    Relation = Model.get('party.relation.all')
    for spec in seed['parties']:
        if 'worksFor' in spec:
            Relation(
                from_=parties[spec['key']], to=parties[spec['worksFor']],
                type=works_for).save()


def add_company(party):
    Currency = Model.get('currency.currency')
    euro = Currency(
        name='Euro', symbol='€', code='EUR', rounding=Decimal('0.01'), digits=2)
    euro.save()
    wizard = Wizard('company.company.config')
    wizard.execute('company')
    wizard.form.party = party
    wizard.form.currency = euro
    wizard.execute('add')
    Company = Model.get('company.company')
    return Company.find([])[0]


def add_user(company, party):
    Employee, User = Model.get('company.employee'), Model.get('res.user')
    employee = Employee(party=party, company=company)
    employee.save()
    user = User(
        name=seed['user']['name'], login=seed['user']['login'],
        password=seed['user']['password'], email=seed['user']['address'])
    for group in Model.get('res.group').find([]):
        user.groups.append(group)
    user.save()
    user.companies.append(company)
    user.company = company
    user.employees.append(employee)
    user.employee = employee
    user.save()


parties = {spec['key']: add_party(spec) for spec in seed['parties']}
add_relations(parties)
own = {spec['key']: add_party(spec) for spec in seed['own']}
add_user(add_company(own['lanting']), own['zhou'])
# The configuration wizard would greet the user at the first login.
for item in Model.get('ir.module.config_wizard.item').find([('state', '!=', 'done')]):
    item.state = 'done'
    item.save()
print(json.dumps({key: party.id for key, party in {**parties, **own}.items()}))
