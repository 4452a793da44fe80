using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.SupportContacts;

/// <summary>Who is offered to somebody who types (SC-3 to SC-5).</summary>
public sealed class CandidateTests
{
    [Theory, Trait("Behaviour", "SC-3"), Trait("Behaviour", "SC-5")]
    [InlineData("JÜR", "Jürgen Weiß")]
    [InlineData("jur", "Jürgen Weiß")]
    [InlineData("weiss", "Jürgen Weiß")]
    [InlineData("rgen w", "Jürgen Weiß")]
    [InlineData("  weiß  ", "Jürgen Weiß")]
    [InlineData("@nord", "Jürgen Weiß")]
    [InlineData("OLD@", "Jürgen Weiß")]
    [InlineData("łódź", "Ana Łódź")]
    [InlineData("odz", "Ana Łódź")]
    [InlineData("xyz", null)]
    [InlineData("%", null)]
    [InlineData("_", null)]
    [InlineData("´", null)]
    public async Task Letters_match_name_or_address_anywhere_ignoring_case_and_accents(string typed, string? found)
    {
        var circle = await Circle.CreateAsync();
        await circle.AddUserAsync("Jürgen Weiß", "old@nord.example");
        await circle.AddUserAsync("Ana Łódź", "ana@sur.example");
        Assert.Equal(found is null ? [] : [found], await Circle.FindAsync(circle.Partner, typed));
    }

    [Fact, Trait("Behaviour", "SC-5")]
    public async Task The_best_come_first_the_start_of_all_then_of_a_word_then_the_middle()
    {
        var circle = await Circle.CreateAsync();
        await circle.AddUserAsync("Susanna Middle", "x1@nord.example");
        await circle.AddUserAsync("Ugo Anna", "x2@nord.example");
        await circle.AddUserAsync("Zoe Zero", "anna@nord.example");
        await circle.AddUserAsync("Anna Able", "x3@nord.example");
        await circle.AddUserAsync("Word Start", "b.anna@nord.example");
        Assert.Equal(["Anna Able", "Zoe Zero", "Ugo Anna", "Word Start", "Susanna Middle"], await Circle.FindAsync(circle.Partner, "anna"));
    }

    [Fact, Trait("Behaviour", "SC-5")]
    public async Task Chosen_ones_are_left_out()
    {
        var circle = await Circle.CreateAsync();
        var (one, two) = (await circle.AddUserAsync("Mara One", "mara@nord.example"), await circle.AddUserAsync("Mara Two", "two@nord.example"));
        await circle.AddUserAsync("Mara Three", "three@nord.example");
        await circle.SaveAsync(new { userId = one.Id }, new { email = two.Email });
        Assert.Equal(["Mara Three"], await Circle.FindAsync(circle.Partner, "mara", circle.Organization));
        Assert.Equal(["Mara One", "Mara Three", "Mara Two"], await Circle.FindAsync(circle.Partner, "mara"));
    }

    [Fact, Trait("Behaviour", "SC-5")]
    public async Task Only_active_partner_users_of_this_tenant_are_found_by_what_they_are_called_now()
    {
        var (circle, other) = (await Circle.CreateAsync(), await Circle.CreateAsync());
        await other.AddUserAsync("Vera Stranger");
        await circle.Tenant.AddMemberAsync(circle.Organization, "admin");
        await circle.AddUserAsync("Vera Invited", status: "invited");
        var vera = await circle.AddUserAsync("Vera Former");
        await circle.Tenant.RunAsync("update accounts set name = 'Vera Now' where id = @Id", new { vera.Id });

        Assert.Equal(["Vera Now"], await Circle.FindAsync(circle.Partner, "vera"));
        Assert.Empty(await Circle.FindAsync(circle.Partner, "former"));
        Assert.Empty(await Circle.FindAsync(circle.Partner, "admin "));
        await circle.DeactivateAsync(vera);
        Assert.Empty(await Circle.FindAsync(circle.Partner, "vera"));
        await circle.Tenant.RunAsync("update accounts set status = 'active' where id = @Id", new { vera.Id });
        Assert.Equal(["Vera Now"], await Circle.FindAsync(circle.Partner, "vera"));
    }

    [Fact, Trait("Behaviour", "SC-5")]
    public async Task Very_long_names_are_found_by_all_that_is_typed_of_them()
    {
        var circle = await Circle.CreateAsync();
        var start = new string('a', 70);
        await circle.AddUserAsync(start + "b");
        await circle.AddUserAsync(start + "c");
        Assert.Equal([start + "c"], await Circle.FindAsync(circle.Partner, start + "c"));
        Assert.Equal(2, (await Circle.FindAsync(circle.Partner, start)).Count);
        var wide = string.Concat(Enumerable.Repeat("\ufdfa", 200));
        await circle.AddUserAsync(wide);
        Assert.Equal([wide], await Circle.FindAsync(circle.Partner, "\ufdfa"));
    }

    [Theory, Trait("Behaviour", "SC-3")]
    [InlineData("limit=0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("limit=201", HttpStatusCode.UnprocessableEntity)]
    [InlineData("query=", HttpStatusCode.OK)]
    [InlineData("query=%00", HttpStatusCode.OK)]
    public async Task What_is_asked_for_is_checked(string query, HttpStatusCode expected)
    {
        var circle = await Circle.CreateAsync();
        var answer = await circle.Partner.GetAsync("/support-contact-candidates?" + query);
        Assert.Equal(expected, answer.Status);
        if (expected == HttpStatusCode.OK) Assert.Empty(answer.Body["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await circle.Partner.GetAsync("/support-contact-candidates?query=" + new string('a', 255))).Status);
    }

    [Fact, Trait("Behaviour", "SC-4")]
    public async Task Members_are_offered_addresses_of_their_own_earlier_contacts_and_what_is_one_but_never_the_partners_directory()
    {
        var circle = await Circle.CreateAsync();
        await circle.AddUserAsync("Paula Partner", "paula@desk.example");
        await circle.SaveAsync(new { email = "Helpdesk@Old.example" }, new { userId = circle.Supporter.Id });
        await circle.SaveAsync(new { email = "kept@customer.example" });

        Assert.Equal([circle.Owner.Name], await Circle.FindAsync(circle.Member, "owner"));
        Assert.Equal(["Helpdesk@Old.example"], await Circle.FindAsync(circle.Member, "desk"));
        Assert.Empty(await Circle.FindAsync(circle.Member, "paula"));
        Assert.Empty(await Circle.FindAsync(circle.Member, circle.Supporter.Name));
        Assert.Empty(await Circle.FindAsync(circle.Member, "paula@desk"));
        Assert.Equal(["paula@desk.example"], await Circle.FindAsync(circle.Member, "paula@desk.example"));
        Assert.Equal(["helpdesk@old.EXAMPLE"], (await Circle.FindAsync(circle.Member, "helpdesk@old.EXAMPLE")).Select(found => found == "Helpdesk@Old.example" ? "helpdesk@old.EXAMPLE" : found));
        Assert.Empty(await Circle.FindAsync(circle.Member, "KEPT@customer.example"));
    }

    [Fact, Trait("Behaviour", "SC-4"), Trait("Behaviour", "TN-2")]
    public async Task Members_are_offered_nothing_of_another_organization()
    {
        var circle = await Circle.CreateAsync();
        var neighbour = await circle.Tenant.AddOrganizationAsync();
        await circle.Tenant.AddMemberAsync(neighbour, "admin");
        await circle.Partner.PutAsync($"/organizations/{neighbour}/support-contacts", new { contacts = new[] { new { email = "secret@neighbour.example" } } }, "\"0\"");
        Assert.Empty(await Circle.FindAsync(circle.Member, "admin"));
        Assert.Empty(await Circle.FindAsync(circle.Member, "secret"));
        Assert.Equal(HttpStatusCode.NotFound, (await circle.Member.GetAsync($"/support-contact-candidates?query=secret&organizationId={neighbour}")).Status);
    }

    [Fact, Trait("Behaviour", "SC-4"), Trait("Behaviour", "RA-14")]
    public async Task Whoever_acts_inside_is_offered_what_its_people_are_and_it_is_recorded()
    {
        var circle = await Circle.CreateAsync();
        var inside = await circle.Tenant.EnterAsync(circle.Supporter, circle.Organization, "super_admin");
        Assert.Empty(await Circle.FindAsync(inside, circle.Supporter.Name));
        Assert.Equal([circle.Owner.Name], await Circle.FindAsync(inside, "owner"));
        Assert.Equal(2, (await circle.Tenant.ListAsync<Guid>("select id from audit_events where action = 'FindSupportContactCandidates'")).Count);
    }
}
