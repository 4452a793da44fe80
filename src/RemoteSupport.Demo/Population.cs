namespace RemoteSupport.Demo;

/// <summary>All people and organizations of a tenant, made in memory: the same every time.</summary>
internal sealed class Population
{
    private const int HowMany = 200;
    private readonly DemoTenant tenant;
    private readonly DemoIds ids;
    private readonly Invention invention;

    public Population(DemoTenant tenant)
    {
        this.tenant = tenant;
        (ids, invention) = (tenant.NewIds(), new Invention(tenant.Seed));
        _ = ids.Next(); // the tenant's own
        AddPartners();
        foreach (var customer in tenant.Customers) AddNamed(customer);
        for (var number = tenant.Customers.Count + 1; number <= HowMany; number++) AddInvented(number);
        // Last, so that the ids of all before stay the same.
        foreach (var (index, namesake) in tenant.Namesakes.Index()) AddNamesake(namesake, HowMany + 1 + index);
    }

    public List<OrganizationRow> Organizations { get; } = [];
    public List<NumberRow> Numbers { get; } = [];
    public List<AccountRow> Accounts { get; } = [];

    /// <summary>Those with which the demo is to be tried out.</summary>
    public List<AccountRow> Named { get; } = [];

    /// <summary>Of the eight, two are invited and one is deactivated.</summary>
    private void AddPartners()
    {
        foreach (var (index, name) in tenant.Partners.Index())
        {
            var status = index switch { 5 or 6 => "invited", 7 => "deactivated", _ => "active" };
            var email = $"{FirstName(name)}@{tenant.Slug}.example";
            var account = new AccountRow(ids.Next(), email, name, "partner", index < 2 ? "admin" : "supporter", null, status, null, 480 - index);
            Accounts.Add(account);
            if (index is 0 or 2 or 3) Named.Add(account);
        }
    }

    private void AddNamed(NamedCustomer customer)
    {
        var organization = new OrganizationRow(
            ids.Next(), customer.Name, customer.Reference, tenant.Country, customer.Language, tenant.TimeZone, customer.ManagedBy, "active", "partner", 400);
        Add(organization, Place.Of(customer.Language)[0]);
        foreach (var (name, role) in new[] { (customer.Owner, "owner"), (customer.Admin, "admin"), (customer.Member, "member") })
        {
            var account = Member(organization, name, role, $"{FirstName(name)}@{customer.Domain}.example", "active");
            Accounts.Add(account);
            Named.Add(account);
        }
    }

    private void AddNamesake(Namesake namesake, int number)
    {
        var organization = new OrganizationRow(
            ids.Next(), namesake.Name, $"{tenant.Code}-{number:0000}", tenant.Country, tenant.Language, tenant.TimeZone, "customer", "active", "partner", 300);
        Add(organization, Place.Of(tenant.Language)[0]);
        Accounts.Add(Member(organization, namesake.Owner, "owner", $"{FirstName(namesake.Owner)}@{namesake.Domain}.example", "active"));
    }

    private void AddInvented(int number)
    {
        var language = invention.Pick(tenant.Mix) switch { 'i' => "it", 'e' => "en", 's' => "es", _ => "de" };
        var place = invention.Pick(Place.Of(language));
        var (name, domain) = invention.Company(language);
        var organization = new OrganizationRow(
            ids.Next(), name, invention.Chance(0.9) ? $"{tenant.Code}-{number:0000}" : null, place.Country, language, place.TimeZone,
            invention.Chance(0.5) ? "service_provider" : "customer", invention.Chance(0.06) ? "suspended" : "active", invention.Chance(0.8) ? "partner" : "operator",
            invention.Number(10, 470));
        Add(organization, place);
        AddMembers(organization, domain);
    }

    private void Add(OrganizationRow organization, Place place)
    {
        Organizations.Add(organization);
        for (var count = invention.Number(1, 3); count > 0; count--) Numbers.Add(new(organization.Id, invention.PhoneNumber(place)));
    }

    /// <summary>A customer's own account always has an owner; one that the provider manages may have none.</summary>
    private void AddMembers(OrganizationRow organization, string domain)
    {
        var roles = new List<string>();
        if (organization.ManagedBy == "customer" || invention.Chance(0.5)) roles.Add("owner");
        roles.AddRange(Enumerable.Repeat("admin", invention.Number(0, 2)));
        roles.AddRange(Enumerable.Repeat("member", invention.Number(1, 5)));
        var names = invention.Names(organization.Language, roles.Count);
        foreach (var (index, role) in roles.Index())
        {
            var status = role == "owner" ? "active" : invention.Chance(0.08) ? "invited" : invention.Chance(0.04) ? "deactivated" : "active";
            Accounts.Add(Member(organization, names[index], role, $"{Words.Ascii(names[index]).Replace(' ', '.')}@{domain}.example", status));
        }
    }

    private AccountRow Member(OrganizationRow organization, string name, string role, string email, string status) => new(
        ids.Next(), email, name, "organization", role, organization.Id, status,
        organization.Language, Math.Max(1, organization.DaysAgo - invention.Number(0, 9)));

    private static string FirstName(string name) => Words.Ascii(name.Split(' ')[0]);
}
