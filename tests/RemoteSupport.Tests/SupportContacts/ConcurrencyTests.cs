using System.Net;

namespace RemoteSupport.Tests.SupportContacts;

/// <summary>Two people saving at once (SC-6).</summary>
[Trait("Behaviour", "SC-6")]
public sealed class ConcurrencyTests
{
    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired, "if_match_required")]
    [InlineData("*", HttpStatusCode.PreconditionRequired, "if_match_required")]
    [InlineData("\"1\"", HttpStatusCode.PreconditionFailed, "changed_meanwhile")]
    [InlineData("W/\"2\"", HttpStatusCode.PreconditionFailed, "changed_meanwhile")]
    [InlineData("\"two\"", HttpStatusCode.PreconditionFailed, "changed_meanwhile")]
    [InlineData("2", HttpStatusCode.PreconditionFailed, "changed_meanwhile")]
    [InlineData("\"2\"", HttpStatusCode.OK, null)]
    [InlineData("\"1\", \"2\"", HttpStatusCode.OK, null)]
    public async Task A_save_names_the_version_that_it_has_seen(string? ifMatch, HttpStatusCode status, string? code)
    {
        var circle = await Circle.CreateAsync();
        await circle.SaveAsync(new { email = "first@customer.example" });
        await circle.SaveAsync(new { email = "second@customer.example" });
        var answer = await circle.Partner.PutAsync(circle.Path, new { contacts = new[] { new { email = "third@customer.example" } } }, ifMatch);
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal([status == HttpStatusCode.OK ? "third@customer.example" : "second@customer.example"], Circle.Read(await circle.Member.GetAsync(circle.Path)));
    }

    [Fact]
    public async Task A_stale_save_is_answered_with_the_list_that_stands_and_its_version()
    {
        var circle = await Circle.CreateAsync();
        var first = await circle.SaveAsync(new { email = "first@customer.example" });
        var theirs = await circle.SaveAsync(new { userId = circle.Supporter.Id });

        var late = await circle.Member.PutAsync(circle.Path, new { contacts = new[] { new { email = "mine@customer.example" } } }, Circle.TagOf(first));

        Assert.Equal((HttpStatusCode.PreconditionFailed, "changed_meanwhile", Circle.TagOf(theirs)), (late.Status, late.Code, Circle.TagOf(late)));
        Assert.Equal(Circle.Read(theirs), Circle.Read(late));
        Assert.Equal(circle.Supporter.Name, late.Body["savedBy"]!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await circle.Member.PutAsync(circle.Path, new { contacts = new[] { new { email = "mine@customer.example" } } }, Circle.TagOf(late))).Status);
    }

    [Fact]
    public async Task Of_many_at_once_exactly_one_saves_and_the_others_are_told()
    {
        var circle = await Circle.CreateAsync();
        var tag = Circle.TagOf(await circle.SaveAsync(new { email = "before@customer.example" }));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            (number % 2 == 0 ? circle.Partner : circle.Member).PutAsync(circle.Path, new { contacts = new[] { new { email = $"n{number}@customer.example" } } }, tag)));

        var saved = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer != saved), answer =>
        {
            Assert.Equal((HttpStatusCode.PreconditionFailed, "changed_meanwhile"), (answer.Status, answer.Code));
            Assert.Equal(Circle.Read(saved), Circle.Read(answer));
        });
        Assert.Equal(Circle.Read(saved), Circle.Read(await circle.Partner.GetAsync(circle.Path)));
        Assert.Equal(2, await circle.Tenant.SingleAsync<long>("select version from support_contact_lists"));
        Assert.Equal(2, (await circle.Tenant.ListAsync<Guid>("select id from audit_events where action = 'SaveSupportContacts'")).Count);
    }

    [Fact]
    public async Task Of_many_first_lists_at_once_exactly_one_is_saved()
    {
        var circle = await Circle.CreateAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => circle.Partner.PutAsync(circle.Path, new { contacts = new[] { new { email = $"n{number}@customer.example" } } }, "\"0\"")));
        var saved = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer != saved), answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status));
        Assert.Equal(Circle.Read(saved), Circle.Read(await circle.Partner.GetAsync(circle.Path)));
    }

    [Fact]
    public async Task Open_pages_of_both_sides_hear_that_the_list_changed()
    {
        var circle = await Circle.CreateAsync();
        await circle.SaveAsync(new { email = "a@customer.example" });
        Assert.Equal(
            [($"organization/{circle.Organization:N}", $"contacts-{circle.Organization:N}"), ("support", $"contacts-{circle.Organization:N}")],
            (await circle.Tenant.ListAsync<(string Topic, string What)>("select topic, what from live_events where what like 'contacts-%'")).Order());
    }
}
