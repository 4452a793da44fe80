using System.Net;
using System.Text.Json.Nodes;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.SupportContacts;

/// <summary>An organization's list as a whole: read, put in the place of the old one, refused (SC-1, SC-2, SC-4 to SC-6).</summary>
public sealed class SaveTests
{
    [Fact, Trait("Behaviour", "SC-1")]
    public async Task A_list_holds_partner_users_and_any_other_addresses_in_their_order()
    {
        var circle = await Circle.CreateAsync();
        var answer = await circle.SaveAsync(new { email = "Help@Customer.example" }, new { userId = circle.Supporter.Id }, new { email = "用户@例子.广告" });

        Assert.Equal(["Help@Customer.example", $"{circle.Supporter.Name} {circle.Supporter.Email}", "用户@例子.广告"], Circle.Read(answer));
        Assert.Equal(["email"], answer.Body["contacts"]![0]!.AsObject().Select(member => member.Key));
        Assert.Equal(["userId", "name", "email"], answer.Body["contacts"]![1]!.AsObject().Select(member => member.Key));
        var read = await circle.Member.GetAsync(circle.Path);
        Assert.Equal(Circle.Read(answer), Circle.Read(read));
        Assert.Equal(Circle.TagOf(answer), Circle.TagOf(read));
    }

    [Fact, Trait("Behaviour", "SC-1")]
    public async Task What_was_read_can_be_sent_back_as_it_is()
    {
        var circle = await Circle.CreateAsync();
        await circle.SaveAsync(new { userId = circle.Supporter.Id }, new { email = "a@customer.example" });
        var read = await circle.Partner.GetAsync(circle.Path);
        var again = await circle.Partner.PutAsync(circle.Path, read.Body, Circle.TagOf(read));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(Circle.Read(read), Circle.Read(again));
    }

    [Theory, Trait("Behaviour", "SC-2")]
    [InlineData("""{"contacts":[]}""", "support_contact_required", "contacts")]
    [InlineData("{}", "support_contact_required", "contacts")]
    [InlineData("""{"contacts":[{"email":"a@b.example"},{"email":"nobody at home"}]}""", "invalid_email", "contacts[1].email")]
    [InlineData("""{"contacts":[{"email":""}]}""", "invalid_email", "contacts[0].email")]
    [InlineData("""{"contacts":[{}]}""", "validation_failed", "contacts[0]")]
    [InlineData("""{"contacts":[null]}""", "validation_failed", "contacts[0]")]
    [InlineData("""{"contacts":[{"userId":"00000000-0000-7000-8000-000000000000"}]}""", "validation_failed", "contacts[0].userId")]
    public async Task A_flaw_is_said_at_its_place_and_nothing_is_saved(string body, string code, string field)
    {
        var circle = await Circle.CreateAsync();
        var before = await circle.SaveAsync(new { email = "kept@customer.example" });
        var answer = await circle.Partner.PutAsync(circle.Path, JsonNode.Parse(body)!, Circle.TagOf(before));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code, field), (answer.Status, answer.Code, Circle.Fields(answer).Single()));
        Assert.Equal(["kept@customer.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));
    }

    [Theory, Trait("Behaviour", "SC-2"), Trait("Behaviour", "SC-3")]
    [InlineData("en", "Add at least one Support Contact", "Contains an invalid email")]
    [InlineData("it", "È obbligatorio aggiungere almeno un Contatto di supporto", "Contiene un'e-mail non valida")]
    [InlineData("es", "Es obligatorio agregar al menos un contacto de soporte", "Contiene un correo electrónico no válido")]
    [InlineData("de", "Es muss mindestens ein Supportkontakt hinzugefügt werden", "Enthält eine ungültige E-Mail")]
    public async Task The_messages_are_those_of_the_reference(string language, string required, string invalid)
    {
        var circle = await Circle.CreateAsync();
        var api = await circle.Tenant.Call(language: language).SignInAsync(circle.Supporter.Email);
        Assert.Equal(required, (await api.PutAsync(circle.Path, new { contacts = Array.Empty<object>() }, "\"0\"")).Detail);
        Assert.Equal(invalid, (await api.PutAsync(circle.Path, new { contacts = new[] { new { email = "x" } } }, "\"0\"")).Detail);
    }

    [Fact, Trait("Behaviour", "SC-5")]
    public async Task Duplicates_become_one_whatever_their_spelling()
    {
        var circle = await Circle.CreateAsync();
        var answer = await circle.SaveAsync(
            new { email = " One@Bücher.example " }, new { email = "one@XN--BCHER-KVA.example" }, new { email = circle.Supporter.Email.ToUpperInvariant() }, new { userId = circle.Supporter.Id }, new { userId = circle.Supporter.Id });
        Assert.Equal(["One@Bücher.example", $"{circle.Supporter.Name} {circle.Supporter.Email}"], Circle.Read(answer));
    }

    [Fact, Trait("Behaviour", "SC-5")]
    public async Task A_deactivated_partner_user_stays_flagged_and_does_not_count()
    {
        var circle = await Circle.CreateAsync();
        var gone = await circle.AddUserAsync("Greta Gone");
        await circle.SaveAsync(new { userId = gone.Id }, new { email = "a@customer.example" });
        await circle.DeactivateAsync(gone);

        var read = await circle.Partner.GetAsync(circle.Path);
        Assert.Equal("deactivated", read.Body["contacts"]![0]!["status"]!.ToString());
        var only = await circle.Partner.PutAsync(circle.Path, new { contacts = new[] { new { userId = gone.Id } } }, Circle.TagOf(read));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "support_contact_required"), (only.Status, only.Code));
        Assert.Equal(2, Circle.Read(await circle.SaveAsync(new { userId = gone.Id }, new { email = "b@customer.example" })).Count);

        await circle.SaveAsync(new { email = "b@customer.example" });
        var back = await circle.Partner.PutAsync(circle.Path, new { contacts = new object[] { new { userId = gone.Id }, new { email = "b@customer.example" } } }, await circle.TagAsync());
        Assert.Equal("contacts[0].userId", Circle.Fields(back).Single());
    }

    [Theory, Trait("Behaviour", "SC-5")]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.UnprocessableEntity)]
    public async Task A_list_has_an_end(int many, HttpStatusCode expected)
    {
        var circle = await Circle.CreateAsync();
        var contacts = Enumerable.Range(0, many).Select(number => new { email = $"n{number}@customer.example" });
        Assert.Equal(expected, (await circle.Partner.PutAsync(circle.Path, new { contacts }, "\"0\"")).Status);
    }

    [Fact, Trait("Behaviour", "SC-4")]
    public async Task Owner_and_admins_edit_what_a_partner_created_but_know_nobody_of_its_directory()
    {
        var circle = await Circle.CreateAsync();
        var (chosen, other) = (await circle.AddUserAsync("Clara Chosen"), await circle.AddUserAsync("Otto Other"));
        await circle.SaveAsync(new { userId = chosen.Id });
        var admin = await circle.Tenant.Call().SignInAsync((await circle.Tenant.AddMemberAsync(circle.Organization, "admin")).Email);

        var kept = await admin.PutAsync(circle.Path, new { contacts = new object[] { new { userId = chosen.Id }, new { email = "our@own.example" } } }, "\"1\"");
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        var guessed = await admin.PutAsync(circle.Path, new { contacts = new[] { new { userId = other.Id } } }, Circle.TagOf(kept));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "contacts[0].userId"), (guessed.Status, Circle.Fields(guessed).Single()));
        var removed = await admin.PutAsync(circle.Path, new { contacts = new[] { new { email = "our@own.example" } } }, Circle.TagOf(kept));
        Assert.Equal(["our@own.example"], Circle.Read(removed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PutAsync(circle.Path, new { contacts = new[] { new { userId = chosen.Id } } }, Circle.TagOf(removed))).Status);
    }

    [Theory, Trait("Behaviour", "SC-4")]
    [InlineData("owner")]
    [InlineData("admin")]
    [InlineData("acting owner")]
    [InlineData("super_admin")]
    public async Task What_no_partner_created_is_read_only_to_everybody_inside(string who)
    {
        var circle = await Circle.CreateAsync("operator", who == "acting owner" ? "service_provider" : "customer");
        await circle.SaveAsync(new { email = "kept@customer.example" });
        var api = who switch
        {
            "owner" => circle.Member,
            "admin" => await circle.Tenant.Call().SignInAsync((await circle.Tenant.AddMemberAsync(circle.Organization, "admin")).Email),
            _ => await circle.Tenant.EnterAsync(circle.Supporter, circle.Organization, who == "acting owner" ? "owner" : who),
        };

        var read = await api.GetAsync(circle.Path);
        Assert.Equal(["kept@customer.example"], Circle.Read(read));
        var refused = await api.PutAsync(circle.Path, new { contacts = new[] { new { email = "new@customer.example" } } }, Circle.TagOf(read));
        Assert.Equal((HttpStatusCode.Forbidden, "not_created_by_partner"), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.Forbidden, (await api.PutAsync(circle.Path, new { }, null)).Status);
        Assert.Equal(["kept@customer.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));
    }

    [Theory, Trait("Behaviour", "SC-4"), Trait("Behaviour", "RA-11")]
    [InlineData("owner", HttpStatusCode.OK)]
    [InlineData("super_admin", HttpStatusCode.OK)]
    [InlineData("look_only", HttpStatusCode.Forbidden)]
    public async Task Whoever_acts_inside_edits_as_its_people_do(string role, HttpStatusCode expected)
    {
        var circle = await Circle.CreateAsync(managedBy: role == "owner" ? "service_provider" : "customer");
        await circle.SaveAsync(new { email = "a@customer.example" });
        var inside = await circle.Tenant.EnterAsync(circle.Supporter, circle.Organization, role);
        Assert.Equal(HttpStatusCode.OK, (await inside.GetAsync(circle.Path)).Status);
        Assert.Equal(expected, (await inside.PutAsync(circle.Path, new { contacts = new[] { new { email = "b@customer.example" } } }, "\"1\"")).Status);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Nobody_reads_or_writes_the_list_of_another_organization_or_tenant()
    {
        var (circle, other) = (await Circle.CreateAsync(), await Circle.CreateAsync());
        var neighbour = await circle.Tenant.AddOrganizationAsync();
        await circle.SaveAsync(new { email = "a@customer.example" });
        foreach (var (api, path) in new[] { (other.Partner, circle.Path), (other.Member, circle.Path), (circle.Member, $"/organizations/{neighbour}/support-contacts") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await api.PutAsync(path, new { contacts = new[] { new { email = "b@customer.example" } } }, "\"1\"")).Status);
        }

        var foreigner = await circle.Partner.PutAsync(circle.Path, new { contacts = new[] { new { userId = other.Supporter.Id } } }, "\"1\"");
        Assert.Equal("contacts[0].userId", Circle.Fields(foreigner).Single());
    }

    [Fact, Trait("Behaviour", "SC-4")]
    public async Task A_plain_member_neither_sees_nor_edits_them()
    {
        var circle = await Circle.CreateAsync();
        var api = await circle.Tenant.Call().SignInAsync((await circle.Tenant.AddMemberAsync(circle.Organization)).Email);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.GetAsync(circle.Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.PutAsync(circle.Path, new { }, "\"1\"")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.GetAsync("/support-contact-candidates?query=a")).Status);
    }

    [Fact, Trait("Behaviour", "AU-1")]
    public async Task The_trail_says_who_was_on_the_list_and_who_is_now_as_people_read_it()
    {
        var circle = await Circle.CreateAsync();
        await circle.SaveAsync(new { userId = circle.Supporter.Id });
        circle.Tenant.Now += TimeSpan.FromSeconds(1);
        await circle.SaveAsync(new { userId = circle.Supporter.Id }, new { email = "a@customer.example" });
        var trail = await circle.Member.GetAsync("/audit-events?action=SaveSupportContacts");
        var change = trail.Body["items"]![0]!["changes"]!.AsArray().Single()!;
        Assert.Equal("supportContacts", change["field"]!.ToString());
        Assert.Equal([circle.Supporter.Name], change["before"]!.AsArray().Select(name => name!.ToString()));
        Assert.Equal([circle.Supporter.Name, "a@customer.example"], change["after"]!.AsArray().Select(name => name!.ToString()));
    }
}
