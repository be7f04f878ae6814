"""The public entity of the test server, made through Tryton's own client library.

usage: create_entity.py TRYTOND_CONF DATABASE   (CONNECTOR_PASSWORD, ACCOUNTANT_PASSWORD in the environment)

An invented hospital: French chart of accounts with a few of the accounts that public hospitals use, three fiscal
years, purchase VAT, payment terms, a payment journal whose success pays the invoice, and two users: "connecteur",
who the platform signs in as, and "comptable", the accountant. Each step looks before it makes.
"""
import datetime
import os
import sys
from decimal import Decimal

from proteus import Model, Wizard, config

settings_file, database = sys.argv[1:3]
os.environ['DB_NAME'] = database  # where the client library looks for it when the address comes from the file
session = config.set_trytond(database=None, user='admin', config_file=settings_file)

HOSPITAL = dict(
    name='Centre hospitalier de Valmont', siren='000512012', nic='00014',
    street='4 allée des Tilleuls', postal_code='00512', city='Valmont')

ACCOUNTS = [  # number, name, whose kind it takes over from the national chart
    ('60612', 'Énergie et électricité', '606'),
    ('60625', 'Fournitures de bureau et informatiques', '606'),
    ('60630', 'Alimentation', '606'),
    ('60660', 'Fournitures médicales', '606'),
    ('61560', 'Maintenance', '606'),
    ('40110', "Fournisseurs d'exploitation", '401'),
    ('51500', 'Compte au Trésor', '512'),
    ('51190', 'Virements en cours', '512'),
    ]
VAT = [
    ('TVA déductible 20 %', '0.20'), ('TVA déductible 10 %', '0.10'), ('TVA déductible 5,5 %', '0.055'),
    ('TVA déductible 2,1 %', '0.021'), ('TVA à taux zéro', '0'),
    ]
TERMS = [('50 jours (établissements publics de santé)', 50), ('30 jours (État et collectivités)', 30)]


def find(model, *domain):
    found = Model.get(model).find(list(domain), limit=1)
    return found[0] if found else None


def module_record(model, module, name):
    data = find('ir.model.data', ('module', '=', module), ('fs_id', '=', name))
    return Model.get(model)(data.db_id)


def of_company(model, *domain):
    return find(model, ('company', '=', company.id), *domain)


def currency_and_country():
    euro = find('currency.currency', ('code', '=', 'EUR'))
    if not euro:
        euro = Model.get('currency.currency')(
            name='Euro', symbol='€', code='EUR', numeric_code='978', rounding=Decimal('0.01'), digits=2)
        euro.rates.new(date=datetime.date(1999, 1, 1), rate=Decimal(1))
        euro.save()
    france = find('country.country', ('code', '=', 'FR'))
    if not france:
        france = Model.get('country.country')(name='France', code='FR', code3='FRA', code_numeric='250')
        france.save()
    return euro, france


def hospital_party():
    party = find('party.party', ('siren', '=', HOSPITAL['siren']))
    if not party:
        party = Model.get('party.party')(name=HOSPITAL['name'], siren=HOSPITAL['siren'], lang=french)
        address, = party.addresses
        address.street = HOSPITAL['street']
        address.postal_code = HOSPITAL['postal_code']
        address.city = HOSPITAL['city']
        address.country = france
        address.siret_nic = HOSPITAL['nic']
        party.save()
    return party


def hospital_company():
    party = hospital_party()
    found = find('company.company', ('party', '=', party.id))
    if not found:
        wizard = Wizard('company.company.config')
        wizard.execute('company')
        wizard.form.party = party
        wizard.form.currency = euro
        wizard.form.timezone = 'Europe/Paris'
        wizard.execute('add')
        found = find('company.company', ('party', '=', party.id))
    User = Model.get('res.user')
    admin = User(session.user)
    if not admin.company:
        admin.companies.append(found)
        admin.company = found
        admin.save()
    session._context = User.get_preferences(True, session.context)
    return found


def chart_of_accounts():
    if of_company('account.account'):
        return
    wizard = Wizard('account.create_chart')
    wizard.execute('account')
    wizard.form.account_template = module_record('account.account.template', 'account_fr', 'root')
    wizard.form.company = company
    wizard.execute('create_account')
    wizard.form.account_receivable = of_company('account.account',
        ('type.receivable', '=', True), ('party_required', '=', True), ('code', 'like', '411%'))
    wizard.form.account_payable = of_company('account.account',
        ('type.payable', '=', True), ('party_required', '=', True), ('code', 'like', '401%'))
    wizard.execute('create_properties')


def hospital_accounts():
    kinds = {'606': ('type.expense', '=', True), '401': ('party_required', '=', True), '512': ('type', '!=', None)}
    for code, name, model_code in ACCOUNTS:
        if account(code):
            continue
        model = of_company('account.account', ('code', 'like', model_code + '%'), kinds[model_code])
        Model.get('account.account')(
            name=name, code=code, company=company, type=model.type, parent=model.parent,
            party_required=model_code == '401', reconcile=model_code == '401' or code == '51190').save()
    defaults = Model.get('account.configuration')(1)
    defaults.default_account_payable = account('40110')
    defaults.save()


def account(code):
    return of_company('account.account', ('code', '=', code))


def fiscal_years():
    move_numbers = module_record('ir.sequence.type', 'account', 'sequence_type_account_move')
    invoice_numbers = module_record('ir.sequence.type', 'account_invoice', 'sequence_type_account_invoice')
    for year in range(datetime.date.today().year - 1, datetime.date.today().year + 2):
        if of_company('account.fiscalyear', ('name', '=', str(year))):
            continue
        fiscal_year = Model.get('account.fiscalyear')(
            name=str(year), company=company,
            start_date=datetime.date(year, 1, 1), end_date=datetime.date(year, 12, 31))
        moves = Model.get('ir.sequence')(name='Écritures %s' % year, sequence_type=move_numbers, company=company)
        moves.save()
        fiscal_year.post_move_sequence = moves
        strict = {}
        for name, prefix in (('Titres', 'T'), ('Mandats', 'M')):
            strict[prefix] = Model.get('ir.sequence.strict')(
                name='%s %s' % (name, year), sequence_type=invoice_numbers, company=company,
                prefix='%s-%s-' % (prefix, year), padding=5)
            strict[prefix].save()
        sequences, = fiscal_year.invoice_sequences
        sequences.out_invoice_sequence = sequences.out_credit_note_sequence = strict['T']
        sequences.in_invoice_sequence = sequences.in_credit_note_sequence = strict['M']
        fiscal_year.save()
        fiscal_year.click('create_period')


def purchase_vat():
    purchases = Model.get('account.tax.group')
    group = find('account.tax.group', ('code', '=', 'ACHATS'))
    if not group:
        group = purchases(name='TVA sur achats', code='ACHATS', kind='purchase')
        group.save()
    for name, rate in VAT:
        if of_company('account.tax', ('name', '=', name)):
            continue
        # Tryton lets a tax post to a balance-sheet account only.
        Model.get('account.tax')(
            name=name, description=name, type='percentage', rate=Decimal(rate), company=company, group=group,
            invoice_account=account('44566'), credit_note_account=account('44566')).save()


def payment_terms():
    for name, days in TERMS:
        if find('account.invoice.payment_term', ('name', '=', name)):
            continue
        term = Model.get('account.invoice.payment_term')(name=name)
        term.lines.new(type='remainder').relativedeltas.new(days=days)
        term.save()


def payments():
    treasury = find('account.journal', ('code', '=', 'TRESOR'))
    if not treasury:
        numbers = Model.get('ir.sequence')(
            name='Comptable public', company=company,
            sequence_type=module_record('ir.sequence.type', 'account', 'sequence_type_account_journal'))
        numbers.save()
        treasury = Model.get('account.journal')(
            name='Comptable public', code='TRESOR', type='cash', sequence=numbers)
        treasury.save()
    if not find('account.payment.journal', ('name', '=', 'Virement')):
        Model.get('account.payment.journal')(
            name='Virement', company=company, currency=euro, process_method='manual',
            clearing_account=account('51190'), clearing_journal=treasury).save()


def user(login, name, password, groups):
    found = find('res.user', ('login', '=', login)) or Model.get('res.user')(login=login, name=name)
    found.password = password
    found.language = french
    if company not in found.companies:
        found.companies.append(company)
    found.company = company
    present = {group.id for group in found.groups}
    for module, group_name in groups:
        group = module_record('res.group', module, group_name)
        if group.id not in present:
            found.groups.append(group)
    found.save()


french = find('ir.lang', ('code', '=', 'fr'))
if not french.translatable:
    french.translatable = True
    french.save()
euro, france = currency_and_country()
company = hospital_company()
chart_of_accounts()
hospital_accounts()
fiscal_years()
purchase_vat()
payment_terms()
payments()
connector_groups = [
    ('account', 'group_account'), ('account_payment', 'group_payment'), ('purchase', 'group_purchase')]
user('connecteur', 'Facturation électronique', os.environ['CONNECTOR_PASSWORD'], connector_groups)
user('comptable', 'Camille Roussel', os.environ['ACCOUNTANT_PASSWORD'], connector_groups + [
    ('account', 'group_account_admin'), ('account_payment', 'group_payment_approval'), ('party', 'group_party_admin')])
print('ready: company', company.id)
