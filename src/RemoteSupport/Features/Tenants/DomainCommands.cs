using System.CommandLine;

namespace RemoteSupport.Features.Tenants;

/// <summary>tenants domain add, remove, primary.</summary>
internal static class DomainCommands
{
    public static Command Make() => new("domain", "A tenant's own domains.")
    {
        Make("add", "Lets the tenant answer on a domain of its own.", DomainChange.Add),
        Make("remove", "Takes a domain away.", DomainChange.Remove),
        Make("primary", "Lets links in messages begin with one of its domains.", DomainChange.Primary),
    };

    private static Command Make(string name, string description, DomainChange change)
    {
        var slug = TenantsCommand.Slug();
        var domain = new Argument<string>("domain") { Description = "Such as help.example.com." };
        var command = new Command(name, description) { slug, domain };
        command.SetAction((parsed, ct) => TenantsCommand.SendAsync(
            parsed, () => new ChangeDomains(parsed.GetRequiredValue(slug), parsed.GetRequiredValue(domain), change), Words, ct));
        return command;
    }

    private static string Words(TenantChanged done) => done.IsChanged ? $"{done.Slug} is changed." : $"{done.Slug} had it so already; nothing changed.";
}
