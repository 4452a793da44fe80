using RemoteSupport.Features.Organizations;

namespace RemoteSupport.Tests.Organizations;

/// <summary>Organizations are found by UUID, customer reference and number, however it is written (RA-1).</summary>
[Trait("Behaviour", "RA-1")]
public sealed class SearchByIdReferenceNumberTests
{
    [Fact]
    public async Task By_its_UUID_in_any_form_and_only_as_a_whole()
    {
        var customers = await Customers.WithAsync("Other");
        var id = await customers.AddAsync("Wanted");
        foreach (var query in new[] { id.ToString(), id.ToString().ToUpperInvariant(), $" {{{id}}} ", id.ToString("N") }) Assert.Equal(["Wanted"], await customers.FindAsync(query));
        Assert.Empty(await customers.FindAsync(id.ToString()[..^1]));
        Assert.Empty(await customers.FindAsync(Guid.Empty.ToString()));
    }

    [Theory]
    [InlineData("PV-0001")]
    [InlineData("pv-0001")]
    [InlineData("pv-00")]
    [InlineData("P")]
    [InlineData(" Pv- ")]
    public async Task By_the_start_of_its_reference_whatever_its_case(string query)
    {
        var customers = await Customers.WithAsync("Other");
        await customers.AddAsync("Wanted", "Pv-0001");
        await customers.AddAsync("Third", "X-PV-0001");
        Assert.Equal(["Wanted"], await customers.FindAsync(query));
    }

    [Theory]
    [InlineData("V-0001")]
    [InlineData("PV-0002")]
    [InlineData("PV_0001")]
    [InlineData("PV%")]
    public async Task Not_by_another_part_of_the_reference(string query)
    {
        var customers = new Customers(await Hosting.TestTenant.CreateAsync());
        await customers.AddAsync("Wanted", "PV-0001");
        Assert.Empty(await customers.FindAsync(query));
    }

    [Fact]
    public async Task The_very_reference_comes_first()
    {
        var customers = await Customers.WithAsync("Ac Company");
        await customers.AddAsync("Long", "AC1");
        await customers.AddAsync("Short", "ac");
        Assert.Equal(["Short", "Ac Company", "Long"], await customers.FindAsync("AC"));
    }

    [Theory]
    [InlineData("+390655512345", "+390655512345")]
    [InlineData("+390655512345", "+39 06 555-12345")]
    [InlineData("+390655512345", "00390655512345")]
    [InlineData("+390655512345", "0655512345")]
    [InlineData("+390655512345", "06 / 555.123.45")]
    [InlineData("+390655512345", "(06) 5551")]
    [InlineData("+390655512345", "0655")]
    [InlineData("+390655512345", "2345")]
    [InlineData("+390655512345", "551234")]
    [InlineData("+390655512345", "3906")]
    [InlineData("+493023125678", "030 23125678")]
    [InlineData("+493023125678", "0302")]
    [InlineData("+493023125678", "+49 (0)30 23125678")]
    [InlineData("+493023125678", "0049 30 2312")]
    [InlineData("+493023125678", "030/2312-5678")]
    [InlineData("+442079460123", "020 7946 0123")]
    [InlineData("+442079460123", "+44 (0) 20 7946")]
    [InlineData("+34915550123", "915 550 123")]
    [InlineData("+3612345678", "06 1 234 5678")]
    [InlineData("+74951234567", "8 495 123-45-67")]
    [InlineData("+12125550123", "1 (212) 555-0123")]
    [InlineData("+12125550123", "212 555 0123")]
    public async Task By_four_digits_of_a_number_or_more_however_it_is_written(string number, string query)
    {
        var customers = new Customers(await Hosting.TestTenant.CreateAsync());
        await customers.AddAsync("Other", numbers: "+41915559999");
        await customers.AddAsync("Wanted", numbers: ["+41443335577", number]);
        Assert.Equal(["Wanted"], await customers.FindAsync(query));
    }

    [Theory]
    [InlineData("065")]
    [InlineData("+39 02 555")]
    [InlineData("0655512346")]
    [InlineData("0012345")]
    [InlineData("23 45 67 89 01 23 45 67 89")]
    [InlineData("tel. 0655512345")]
    public async Task Not_by_fewer_digits_nor_by_others(string query)
    {
        var customers = new Customers(await Hosting.TestTenant.CreateAsync());
        await customers.AddAsync("Wanted", numbers: "+390655512345");
        Assert.Empty(await customers.FindAsync(query));
    }

    [Fact]
    public async Task A_national_number_is_found_where_it_begins_before_where_its_digits_stand_by_chance()
    {
        var customers = new Customers(await Hosting.TestTenant.CreateAsync());
        await customers.AddAsync("By chance", numbers: "+39060302999");
        await customers.AddAsync("Berlin", numbers: "+4930299911");
        Assert.Equal(["Berlin", "By chance"], await customers.FindAsync("0302"));
    }

    [Fact]
    public async Task A_number_that_was_removed_is_not_found_any_more_and_its_sibling_still_is()
    {
        var customers = new Customers(await Hosting.TestTenant.CreateAsync());
        var id = await customers.AddAsync("Wanted", numbers: ["+390655512345", "+390277712345"]);
        await customers.ByTheProductAsync("delete from organization_numbers where organization_id = @id and number = '+390655512345'", new { id });
        Assert.Empty(await customers.FindAsync("0655512345"));
        Assert.Empty(await customers.FindAsync("555123"));
        Assert.Equal(["Wanted"], await customers.FindAsync("12345"));
        Assert.Equal(["Wanted"], await customers.FindAsync("0277712345"));
    }

    [Fact]
    public async Task A_search_can_be_narrowed_to_who_manages_and_to_the_status()
    {
        var customers = new Customers(await Hosting.TestTenant.CreateAsync());
        foreach (var (managedBy, status) in new[] { ("customer", "active"), ("customer", "suspended"), ("service_provider", "active"), ("service_provider", "suspended") })
            await customers.AddAsync($"Rossi {managedBy} {status}", $"R-{managedBy}-{status}", managedBy, status, "+390655512345");
        foreach (var query in new[] { "rossi", "ossi", "rosi", "rosis", "R-", "55512", "active rossi" })
        {
            var found = (await customers.SendAsync(new FindOrganizations { Query = query, ManagedBy = "customer", Status = "active" })).Value!.Organizations;
            Assert.Equal(["Rossi customer active"], found.Select(organization => organization.Name));
        }
    }
}
