using System.Net;
using System.Text.Json.Nodes;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

public sealed class CreateOrganizationTests
{
    [Fact, Trait("Behaviour", "OR-1"), Trait("Behaviour", "OR-2")]
    public async Task A_partner_user_creates_an_organization_exactly_as_the_contract_says()
    {
        var (tenant, me, api) = await SignedInAsync();

        var answer = await api.PostAsync("/organizations", Valid(new
        {
            name = "  Ponte Tech SpA ", customerReference = "PT-1", numbers = new[] { "+39 (06) 698.12-34", "06 698 1234", "+49 30 1234567" },
            supportContacts = new object[] { new { userId = me.Id } },
        }));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var id = answer.Body["id"]!.GetValue<Guid>();
        Assert.Equal($"/api/v1/organizations/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal(
            $$$"""{"id":"{{{id}}}","name":"Ponte Tech SpA","customerReference":"PT-1","numbers":["+39066981234","+49301234567"],"managedBy":"service_provider","status":"active","access":{"state":"direct"},"country":"IT","language":"it","timeZone":"Europe/Rome","createdBy":"partner"}""",
            answer.Body.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal(answer.Body.ToJsonString(), (await api.GetAsync($"/organizations/{id}")).Body.ToJsonString());
        Assert.Equal(
            (id, "organization", id),
            await tenant.SingleAsync<(Guid, string, Guid)>("select organization_id, target_kind, target_id from audit_events where action = 'CreateOrganization'"));
    }

    [Fact, Trait("Behaviour", "OR-2")]
    public async Task The_owner_of_a_customer_managed_organization_gets_an_activation_mail_in_its_language()
    {
        var (tenant, _, api) = await SignedInAsync();

        var answer = await api.PostAsync("/organizations", Valid(new { managedBy = "customer", language = "de", owner = new { name = " Anna Bauer ", email = "Anna@nord.example" } }));

        Assert.Equal(("Anna Bauer", "Anna@nord.example", "invited"), OwnerOf(answer));
        Assert.Equal("none", answer.Body["access"]!["state"]!.ToString());
        var mail = Assert.Single(await tenant.MessagesToAsync("Anna@nord.example"));
        Assert.Equal(("activation", "de"), (mail.Message, mail.Language));
        await tenant.Call().PostAsync("/activations/redeem", new { token = mail.Paths[0].Split('/')[^1], password = "walking a Blue elephant" });
        Assert.Equal("active", OwnerOf(await api.GetAsync($"/organizations/{answer.Body["id"]}")).Status);
        Assert.Equal("owner", (await (await tenant.Call().SignInAsync("anna@nord.example", "walking a Blue elephant")).GetAsync("/me")).Body["user"]!["role"]!.ToString());
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task A_taken_address_is_answered_like_any_other_and_its_holder_is_told_by_mail()
    {
        var (tenant, _, api) = await SignedInAsync();
        var holder = await tenant.AddMemberAsync(await tenant.AddOrganizationAsync(), "admin", language: "it");

        var free = await api.PostAsync("/organizations", Valid(new { managedBy = "customer", owner = new { name = "Maria", email = "maria@free.example" } }));
        var taken = await api.PostAsync("/organizations", Valid(new { managedBy = "customer", owner = new { name = "Maria", email = holder.Email.ToUpperInvariant() } }));

        Assert.Equal((free.Status, Shape(free.Body)), (taken.Status, Shape(taken.Body)));
        Assert.Equal("invited", OwnerOf(taken).Status);
        Assert.Equal(Shape(free.Body), Shape((await api.GetAsync($"/organizations/{taken.Body["id"]}")).Body));
        var mail = Assert.Single(await tenant.MessagesToAsync(holder.Email));
        Assert.Equal(("address-taken", "it"), (mail.Message, mail.Language));
        Assert.Empty(mail.Paths);
        Assert.Equal(holder.Id, await tenant.SingleAsync<Guid>("select id from accounts where email_key = @Email", new { holder.Email }));
    }

    [Theory, Trait("Behaviour", "OR-1")]
    [InlineData("""{"name":null}""", "name", "Inserisca un nome.")]
    [InlineData("""{"name":"   "}""", "name", "Inserisca un nome.")]
    [InlineData("""{"name":"two\nlines"}""", "name", "Un nome è una sola riga di testo.")]
    [InlineData("""{"customerReference":"two\nlines"}""", "customerReference", "Un riferimento cliente è una sola riga di testo.")]
    [InlineData("""{"numbers":["+39 06 698 1234","12"]}""", "numbers[1]", "Inserisca un numero di telefono con il prefisso internazionale, ad esempio +39 06 12345678.")]
    [InlineData("""{"numbers":[null]}""", "numbers[0]", "Inserisca un numero di telefono con il prefisso internazionale, ad esempio +39 06 12345678.")]
    [InlineData("""{"country":"it"}""", "country", "Scelga un paese con le sue due lettere, ad esempio IT.")]
    [InlineData("""{"country":null}""", "country", "Scelga un paese con le sue due lettere, ad esempio IT.")]
    [InlineData("""{"language":"fr"}""", "language", "Scelga una delle lingue disponibili.")]
    [InlineData("""{"timeZone":"Mars/Olympus"}""", "timeZone", "Scelga un fuso orario dall'elenco.")]
    [InlineData("""{"managedBy":"nobody"}""", "managedBy", "Scelga chi gestisce l'organizzazione.")]
    [InlineData("""{"owner":{"name":"","email":"a@b.example"}}""", "owner.name", "Inserisca un nome.")]
    [InlineData("""{"supportContacts":[{}]}""", "supportContacts[0]", "Non è né un utente partner attivo né un indirizzo e-mail.")]
    [InlineData("""{"supportContacts":[null]}""", "supportContacts[0]", "Non è né un utente partner attivo né un indirizzo e-mail.")]
    [InlineData("""{"supportContacts":[{"email":"a@b.example"},{"userId":"00000000-0000-7000-8000-000000000000"}]}""", "supportContacts[1].userId", "Non è né un utente partner attivo né un indirizzo e-mail.")]
    public async Task A_bad_value_is_refused_at_its_field_in_the_callers_language_and_nothing_is_created(string change, string field, string sentence) =>
        await IsRefusedAsync(change, "validation_failed", field, sentence);

    [Theory, Trait("Behaviour", "OR-2"), Trait("Behaviour", "SC-2")]
    [InlineData("""{"supportContacts":[]}""", "support_contact_required", "supportContacts", "È obbligatorio aggiungere almeno un Contatto di supporto")]
    [InlineData("""{"supportContacts":null}""", "support_contact_required", "supportContacts", "È obbligatorio aggiungere almeno un Contatto di supporto")]
    [InlineData("""{"supportContacts":[{"email":"a@b.example"},{"email":"not an address"}]}""", "invalid_email", "supportContacts[1].email", "Contiene un'e-mail non valida")]
    [InlineData("""{"managedBy":"customer"}""", "owner_required", "owner", "Un'organizzazione gestita dal cliente ha bisogno di un proprietario con nome e indirizzo e-mail.")]
    [InlineData("""{"managedBy":"customer","owner":{"name":"Anna","email":"anna@"}}""", "invalid_email", "owner.email", "Inserisca un indirizzo e-mail valido.")]
    [InlineData("""{"owner":{"name":"Anna","email":null}}""", "invalid_email", "owner.email", "Inserisca un indirizzo e-mail valido.")]
    public async Task What_is_missing_has_a_code_of_its_own(string change, string code, string field, string sentence) => await IsRefusedAsync(change, code, field, sentence);

    [Fact, Trait("Behaviour", "OR-1")]
    public async Task Everything_wrong_with_the_fields_is_said_at_once()
    {
        var (_, _, api) = await SignedInAsync();
        var answer = await api.PostAsync("/organizations", new { name = new string('ü', 201), customerReference = new string('x', 101), numbers = new[] { "x", "+49 (0)30 123456" }, language = "", managedBy = "" });
        Assert.Equal(
            ["country", "customerReference", "language", "managedBy", "name", "numbers[0]", "numbers[1]"],
            answer.Body["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal));
    }

    [Theory, Trait("Behaviour", "AP-1")]
    [InlineData("""{"id":"00000000-0000-7000-8000-000000000000"}""")]
    [InlineData("""{"numbers":"+39066981234"}""")]
    [InlineData("""{"owner":{"name":"Anna","email":"a@b.example","role":"admin"}}""")]
    [InlineData("""{"supportContacts":[{"userId":"me"}]}""")]
    public async Task What_cannot_be_read_is_malformed(string change)
    {
        var (_, _, api) = await SignedInAsync();
        var answer = await api.PostAsync("/organizations", Merge(Valid(new { }), JsonNode.Parse(change)!));
        Assert.Equal((HttpStatusCode.BadRequest, "malformed"), (answer.Status, answer.Code));
    }

    [Fact, Trait("Behaviour", "OR-1")]
    public async Task Of_many_at_once_with_one_reference_exactly_one_is_created()
    {
        var (tenant, _, api) = await SignedInAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => api.PostAsync("/organizations", Valid(new { name = $"N{number}", customerReference = number % 2 == 0 ? "same-1" : "SAME-1" }))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => Assert.Equal(("validation_failed", "customerReference"), (answer.Code, Fields(answer).Single())));
        Assert.Single(await tenant.ListAsync<Guid>("select id from organizations"));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_reference_is_unique_in_its_tenant_only()
    {
        var ((_, _, one), (_, _, two)) = (await SignedInAsync(), await SignedInAsync());
        Assert.Equal(HttpStatusCode.Created, (await one.PostAsync("/organizations", Valid(new { customerReference = "A" }))).Status);
        Assert.Equal(HttpStatusCode.Created, (await two.PostAsync("/organizations", Valid(new { customerReference = "A" }))).Status);
    }

    [Fact, Trait("Behaviour", "SC-2"), Trait("Behaviour", "SC-5")]
    public async Task Support_contacts_keep_their_order_and_duplicates_become_one()
    {
        var (tenant, me, api) = await SignedInAsync();

        await api.PostAsync("/organizations", Valid(new
        {
            supportContacts = new object[]
            {
                new { email = " Help@Customer.example " }, new { userId = me.Id }, new { email = "help@customer.EXAMPLE" }, new { userId = me.Id }, new { email = me.Email.ToUpperInvariant() },
            },
        }));

        Assert.Equal(
            [(1, (Guid?)null, "Help@Customer.example"), (2, me.Id, null)],
            await tenant.ListAsync<(int, Guid?, string?)>("select position, account_id, email from support_contacts order by position"));
        Assert.Equal((1L, me.Id), await tenant.SingleAsync<(long, Guid)>("select version, saved_by from support_contact_lists"));
    }

    [Theory, Trait("Behaviour", "SC-2"), Trait("Behaviour", "TN-2")]
    [InlineData("deactivated")]
    [InlineData("invited")]
    [InlineData("a member")]
    [InlineData("another tenant's")]
    public async Task Only_an_active_partner_user_of_this_tenant_can_be_a_support_contact(string who)
    {
        var (tenant, _, api) = await SignedInAsync();
        var person = who switch
        {
            "a member" => await tenant.AddMemberAsync(await tenant.AddOrganizationAsync()),
            "another tenant's" => await (await TestTenant.CreateAsync()).AddPartnerUserAsync(),
            _ => await tenant.AddPartnerUserAsync(status: who),
        };
        var answer = await api.PostAsync("/organizations", Valid(new { supportContacts = new object[] { new { userId = person.Id } } }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "supportContacts[0].userId"), (answer.Status, Fields(answer).Single()));
    }

    private static async Task IsRefusedAsync(string change, string code, string field, string sentence)
    {
        var (tenant, me, _) = await SignedInAsync();
        var answer = await (await tenant.Call(language: "it").SignInAsync(me.Email)).PostAsync("/organizations", Merge(Valid(new { }), JsonNode.Parse(change)!));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.Status, answer.Code));
        Assert.Equal([(field, sentence)], answer.Body["errors"]!.AsObject().Select(error => (error.Key, error.Value![0]!.ToString())));
        Assert.Empty(await tenant.ListAsync<Guid>("select id from organizations"));
        Assert.Empty(await tenant.ListAsync<Guid>("select id from messages"));
        Assert.Empty(await tenant.ListAsync<Guid>("select id from audit_events where action = 'CreateOrganization'"));
    }

    private static IEnumerable<string> Fields(Answer answer) => answer.Body["errors"]!.AsObject().Select(error => error.Key);

    private static (string Name, string Email, string Status) OwnerOf(Answer answer)
    {
        var owner = answer.Body["owner"]!;
        return (owner["name"]!.ToString(), owner["email"]!.ToString(), owner["status"]!.ToString());
    }

    /// <summary>An answer without what differs between any two organizations.</summary>
    private static string Shape(JsonNode body)
    {
        var shape = body.DeepClone();
        (shape["id"], shape["owner"]!["id"], shape["owner"]!["email"]) = ("", "", "");
        return shape.ToJsonString();
    }

    private static JsonObject Valid(object change) => Merge(
        new JsonObject
        {
            ["name"] = "Rossi Srl", ["country"] = "IT", ["language"] = "it", ["managedBy"] = "service_provider", ["numbers"] = new JsonArray(),
            ["supportContacts"] = new JsonArray(new JsonObject { ["email"] = "help@partner.example" }),
        },
        System.Text.Json.JsonSerializer.SerializeToNode(change)!);

    private static JsonObject Merge(JsonObject body, JsonNode change)
    {
        foreach (var (name, value) in change.AsObject()) body[name] = value?.DeepClone();
        return body;
    }

    private static async Task<(TestTenant Tenant, TestAccount Me, Api Api)> SignedInAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        var me = await tenant.AddPartnerUserAsync();
        return (tenant, me, await tenant.Call().SignInAsync(me.Email));
    }
}
