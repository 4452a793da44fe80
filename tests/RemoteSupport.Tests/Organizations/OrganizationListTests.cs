using RemoteSupport.Features.Organizations;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

/// <summary>Without a query all organizations are listed by name, page by page (RA-1).</summary>
[Trait("Behaviour", "RA-1")]
public sealed class OrganizationListTests
{
    [Fact]
    public async Task Pages_follow_each_other_by_name_without_a_gap_even_while_others_are_added()
    {
        var customers = await Customers.WithAsync("Älpler", "alpe", "Same", "Same", "Same", "zeta", "!!!");
        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await customers.SendAsync(new() { Limit = 2, Cursor = cursor })).Value!;
            names.AddRange(page.Organizations.Select(organization => organization.Name));
            cursor = page.Next;
            await customers.AddAsync("Aaa");
        }
        while (cursor is not null);
        Assert.Equal(["!!!", "alpe", "Älpler", "Same", "Same", "Same", "zeta"], names);
    }

    [Fact]
    public async Task A_list_can_be_narrowed_to_who_manages_and_to_the_status()
    {
        var customers = new Customers(await TestTenant.CreateAsync());
        await customers.AddAsync("One", managedBy: "customer", status: "active");
        await customers.AddAsync("Two", managedBy: "customer", status: "suspended");
        await customers.AddAsync("Three", managedBy: "service_provider", status: "active");
        Assert.Equal(["One", "Two"], await NamesAsync(customers, new() { ManagedBy = "customer" }));
        Assert.Equal(["One", "Three"], await NamesAsync(customers, new() { Status = "active" }));
        Assert.Equal(["Two"], await NamesAsync(customers, new() { ManagedBy = "customer", Status = "suspended", Query = "  " }));
        Assert.Equal(["One", "Three", "Two"], await NamesAsync(customers, new()));
    }

    [Fact]
    public async Task An_entry_says_what_there_is_to_say()
    {
        var customers = new Customers(await TestTenant.CreateAsync());
        var id = await customers.AddAsync("Ponte Tech", "PT-1", "service_provider", "suspended", "+390655512345", "+390277712345");
        var found = Assert.Single((await customers.SendAsync(new())).Value!.Organizations);
        Assert.Equal(["+390277712345", "+390655512345"], found.Numbers);
        Assert.Equal(
            new FoundOrganization(id, "Ponte Tech", "PT-1", found.Numbers, "service_provider", "suspended", new AccessAnswer("direct"), "IT", "it", "Europe/Rome", "partner"), found);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("not base 64!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAP8")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_cursor_that_is_none_of_ours_is_refused(string cursor) =>
        Assert.Equal("cursor", Assert.Single(Assert.IsType<ValidationFailed>((await (await Customers.WithAsync("One")).SendAsync(new() { Cursor = cursor })).Refusal).Errors).Key);

    [Fact]
    public async Task What_cannot_be_asked_is_refused()
    {
        var customers = await Customers.WithAsync("One");
        Assert.Equal("limit", await RefusedAsync(customers, new() { Limit = 0 }));
        Assert.Equal("limit", await RefusedAsync(customers, new() { Limit = 201, Query = "x" }));
        Assert.Equal("managedBy", await RefusedAsync(customers, new() { ManagedBy = "nobody" }));
        Assert.Equal("status", await RefusedAsync(customers, new() { Status = "" }));
    }

    private static async Task<string> RefusedAsync(Customers customers, FindOrganizations request) =>
        Assert.Single(Assert.IsType<ValidationFailed>((await customers.SendAsync(request)).Refusal).Errors).Key;

    private static async Task<IEnumerable<string>> NamesAsync(Customers customers, FindOrganizations request) =>
        (await customers.SendAsync(request)).Value!.Organizations.Select(organization => organization.Name);
}
