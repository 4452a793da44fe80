using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// An import of 50,000 organizations from CSV (OR-8), each with a number and two Support Contacts, then the same file again, beside the bare inserts of the same
/// rows under the same triggers, one after the other, a commit for 100; and what the node's memory does meanwhile.
/// </summary>
internal sealed class ImportRows : IBenchmark
{
    private const int Rows = 50_000;
    private const int BareRows = 10_000;

    public string Name => "import";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        var token = OpaqueToken.New();
        await SeedAsync(database, token);
        var bare = await BareAsync(database);
        var folder = Directory.CreateTempSubdirectory("bench-files");
        try
        {
            await using var node = await Child.StartAsync("RemoteSupport.dll", [], new(database.ForNode()) { ["Storage__Directory"] = folder.FullName });
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{node.Port}") };
            client.DefaultRequestHeaders.Host = BenchDatabase.Host;
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Text);
            await ImportAsync(client, Csv("W", 200));
            var before = node.PeakMemory;
            var created = await ImportAsync(client, Csv("C", Rows));
            var after = node.PeakMemory;
            var unchanged = await ImportAsync(client, Csv("C", Rows));
            if ((created.Created, unchanged.Unchanged) != (Rows, Rows)) throw new InvalidOperationException($"{created} and then {unchanged}.");
            return string.Create(CultureInfo.InvariantCulture, $"""
                An import of {Rows} organizations

                | | rows a second | ratio |
                |---|---:|---:|
                | bare inserts of the rows | {bare:0} | |
                | all new | {created.PerSecond:0} | {created.PerSecond / bare:0.00} |
                | the same file again, all unchanged | {unchanged.PerSecond:0} | {unchanged.PerSecond / bare:0.00} |

                The node's memory: {before >> 20} MiB at most after 200 rows, {after >> 20} MiB at most after {Rows}.

                """);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Csv(string prefix, int rows)
    {
        var text = new StringBuilder("name,customer_reference,numbers,country,language,time_zone,managed_by,support_contacts\r\n");
        for (var i = 0; i < rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"Bottega {prefix} {i % 977} Fratelli {i},{prefix}-{i},+39 06 {1_000_000 + i},IT,it,Europe/Rome,service_provider,one@help.example; two{i % 100}@help.example\r\n");
        return text.ToString();
    }

    private static async Task<Imported> ImportAsync(HttpClient client, string csv)
    {
        var watch = Stopwatch.StartNew();
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var answer = await client.PostAsync(new Uri("/api/v1/organizations/imports", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        var id = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
        while (watch.Elapsed < TimeSpan.FromMinutes(9))
        {
            var import = (await client.GetFromJsonAsync<JsonNode>(new Uri($"/api/v1/organizations/imports/{id}", UriKind.Relative)))!;
            if (import["state"]!.GetValue<string>() is not ("waiting" or "running"))
                return new Imported(import["created"]!.GetValue<int>(), import["unchanged"]!.GetValue<int>(), import["rowsDone"]!.GetValue<int>() / watch.Elapsed.TotalSeconds);
            await Task.Delay(100);
        }

        throw new TimeoutException("It takes too long.");
    }

    private static async Task SeedAsync(BenchDatabase database, OpaqueToken token)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            select set_config('app.tenant', @tenant, true);
            insert into accounts (id, email, email_key, name, kind, role, status, password_hash, created_at)
            values (md5('i')::uuid, 'importer@bench.example', 'importer@bench.example', 'Importer', 'partner', 'admin', 'active', 'x', @now);
            insert into sessions (id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at)
            values (md5('is')::uuid, @Hash, md5('i')::uuid, 'bench', '127.0.0.1', @now, @now, @now + interval '1 day', @now + interval '1 day')
            """,
            new { tenant = database.Tenant.ToString(), token.Hash, now = TimeProvider.System.GetUtcNow() });
        await transaction.CommitAsync();
    }

    /// <summary>Rows a second.</summary>
    private static async Task<double> BareAsync(BenchDatabase database)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        var watch = Stopwatch.StartNew();
        for (var from = 0; from < BareRows; from += 100)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("select set_config('app.tenant', @tenant, true)", new { tenant = database.Tenant.ToString() });
            for (var i = from; i < from + 100; i++) await connection.ExecuteAsync(BareSql, new { id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), i, now = TimeProvider.System.GetUtcNow() });
            await transaction.CommitAsync();
        }

        return BareRows / watch.Elapsed.TotalSeconds;
    }

    private const string BareSql =
        """
        insert into organizations (id, name, customer_reference, country, language, time_zone, managed_by, status, created_by, created_at)
        values (@id, 'Bottega B ' || @i % 977 || ' Fratelli ' || @i, 'B-' || @i, 'IT', 'it', 'Europe/Rome', 'service_provider', 'active', 'partner', @now);
        insert into organization_numbers (organization_id, number) values (@id, '+3906' || 1000000 + @i);
        insert into support_contact_lists (organization_id, saved_at) values (@id, @now);
        insert into support_contacts (organization_id, position, email, email_key)
        values (@id, 1, 'one@help.example', 'one@help.example'), (@id, 2, 'two' || @i % 100 || '@help.example', 'two' || @i % 100 || '@help.example')
        """;

    private sealed record Imported(int Created, int Unchanged, double PerSecond);
}
