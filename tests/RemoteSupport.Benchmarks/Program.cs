using RemoteSupport.Benchmarks;

if (args is [BareApp.Verb, ..]) return await BareApp.RunAsync(args[1..]);

IBenchmark[] all = [new SignedInRequest(), new LockedSignIn(), new OutboxToSmtp(), new OutboxToSms(), new TemplateRendering(), new RemoteRead(), new ManyTenants(), new OrganizationSearch(), new ContactCandidates(), new GrantsEnding(), new ImportRows(), new CallSignals(), new ClickToFrame()];
var wanted = all.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)).ToList();
if (wanted.Count == 0)
{
    await Console.Error.WriteLineAsync($"There is: {string.Join(", ", all.Select(benchmark => benchmark.Name))}");
    return 1;
}

await using var database = await BenchDatabase.CreateAsync();
foreach (var benchmark in wanted) Console.WriteLine(await benchmark.RunAsync(database));
return 0;
