using System.CommandLine;
using System.Text.Json;
using MediatR;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Tenants;

/// <summary>tenants …: what an operator does by hand or by script (TN-4). Exit codes: 0 done, 1 not done, 2 wrongly asked.</summary>
internal static class TenantsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Option<bool> AsJson { get; } = new("--json") { Description = "Answers as JSON on standard output.", Recursive = true };

    public static Argument<string> Slug() => new("slug") { Description = "The tenant's subdomain." };

    public static Command Make() => new("tenants", "Creates, lists, suspends and resumes tenants (ConnectionStrings:PostgresOwner).")
    {
        CreateTenantCommand.Make(), MakeList(), MakeStatus("suspend", "Answers 503 on all its hosts until it is resumed.", isSuspended: true),
        MakeStatus("resume", "Brings a suspended tenant back.", isSuspended: false), DomainCommands.Make(), MediaQuotaCommand.Make(), AsJson,
    };

    private static Command MakeList()
    {
        var command = new Command("list", "Lists all tenants.");
        command.SetAction((parsed, ct) => SendAsync(parsed, () => new ListTenants(), Lines, ct));
        return command;
    }

    private static Command MakeStatus(string name, string description, bool isSuspended)
    {
        var slug = Slug();
        var command = new Command(name, description) { slug };
        command.SetAction((parsed, ct) => SendAsync(
            parsed, () => new SetTenantStatus(parsed.GetRequiredValue(slug), isSuspended), done => $"{done.Slug} is {(isSuspended ? "suspended" : "active")}.", ct));
        return command;
    }

    /// <summary>Sends what the arguments ask for and answers in words or as JSON; what is wrong goes to standard error, in English.</summary>
    public static async Task<int> SendAsync<T>(ParseResult parsed, Func<IRequest<Outcome<T>>> operation, Func<T, string> words, CancellationToken ct)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            using var host = OperatorHost.Build();
            if ((await host.SendAsync(operation(), ct)).Succeeded(out var value, out var refusal))
            {
                await output.WriteLineAsync(parsed.GetValue(AsJson) ? JsonSerializer.Serialize(value, Json) : words(value));
                return 0;
            }

            await error.WriteLineAsync(refusal.Sentence);
            return refusal.Status == 422 ? 2 : 1;
        }
        catch (Exception exception) when (OperatorHost.IsOutside(exception))
        {
            await error.WriteLineAsync($"Not done: {exception.Message}");
            return 1;
        }
    }

    private static string Lines(IReadOnlyList<ListedTenant> tenants) =>
        tenants.Count == 0
            ? "There are no tenants."
            : string.Join('\n', tenants.Select(tenant => $"{tenant.Slug,-20} {tenant.Status,-10} {tenant.Url,-45} {tenant.Name}"));
}
